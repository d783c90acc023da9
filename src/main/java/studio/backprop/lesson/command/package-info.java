/** Commands: what a lesson does to the project and its training. The list is complete. */
package studio.backprop.lesson.command;
