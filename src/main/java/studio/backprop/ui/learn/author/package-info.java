/**
 * Authoring pages: a new lesson from the open project, and the preview of a lesson with its problems, checks and recorded commands. {@link
 * PreviewModel} keeps the last version that can be played. Decision 50.
 */
package studio.backprop.ui.learn.author;
