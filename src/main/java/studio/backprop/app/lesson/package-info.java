/**
 * Execution of lesson commands in a window: {@link LessonActs} carries them out through the models of the rooms, the same ones that a
 * person's clicks reach. JavaFX thread only. Knows models, but no view, and not how a window is wired.
 */
package studio.backprop.app.lesson;
