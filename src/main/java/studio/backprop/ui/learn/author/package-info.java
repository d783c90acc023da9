/** Writing a lesson: the page that makes a first one of the open project, and the preview of one with its problems, checks and commands. */
package studio.backprop.ui.learn.author;
