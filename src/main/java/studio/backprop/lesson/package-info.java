/**
 * Lessons as immutable data: steps, directives, questions, notes for teachers. A {@link Lesson} is read from a folder of Markdown files
 * (part {@code read}); it has no code that could run. Knows no screen. Decision 49.
 */
package studio.backprop.lesson;
