/** Wing of the frame: shell with menus and transport, start screen, tour, and presenter mode. */
package studio.backprop.ui.window;
