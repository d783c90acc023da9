/**
 * Lesson player without a screen: executes steps, trains, and judges checks; used by tests, by {@code backprop lessons --prove} and by the
 * printed guide. {@link LessonPlay} plays, {@link SelfTest} proves a lesson for several seeds, {@link SessionFacts} and its neighbours
 * give the numbers that checks ask for.
 */
package studio.backprop.lesson.play;
