/**
 * Lesson player: text and questions at the left, the rooms of the window beside them. {@link LessonModel} walks from step to step, {@link
 * StepQuestion} is what happens within one; a {@link Workbench}, provided by {@code app}, does what a lesson says. Decisions 45, 54 and
 * 61.
 */
package studio.backprop.ui.learn.lesson;
