/** The window's frame: what can be done with the project and its training, and where each room of the window stands. */
package studio.backprop.ui.window.shell;
