/**
 * Parser of lesson folders: Markdown with fenced directives becomes a {@code Lesson}, and faults become {@link Problems} with file, line
 * and column. {@link ReadLesson} reads a whole folder: both languages, projects, pictures; {@link Curriculum} lists the bundled lessons,
 * {@link ClassPlans} the plans for a class. Problems are collected, never thrown; sizes and counts are limited.
 */
package studio.backprop.lesson.read;
