/**
 * All commands of the window in one place: a list to search and do, and the page of their keys. What a command does stays in its own room.
 */
package studio.backprop.ui.kit.command;
