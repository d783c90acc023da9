/** Command palette and page of keys: a searchable list of all commands of the window. What a command does stays in its own room. */
package studio.backprop.ui.kit.command;
