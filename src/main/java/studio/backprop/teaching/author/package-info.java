/**
 * Authoring of lessons: a first lesson generated from a project, a watched folder, and edits recorded as commands. {@link FirstLesson}
 * measures the numbers of its questions, {@link FolderWatch} polls a folder, {@link CommandTape} turns edits of the window into commands.
 * Decision 50.
 */
package studio.backprop.teaching.author;
