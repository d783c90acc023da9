/**
 * Commands of lessons: the closed list of what a lesson may do to a project and its training. {@link CommandParser} reads and {@link
 * CommandWriter} writes them; {@link ProjectEdits} are the edits as pure functions of the project; a {@link CommandTarget} carries
 * commands out, with a window or without.
 */
package studio.backprop.lesson.command;
