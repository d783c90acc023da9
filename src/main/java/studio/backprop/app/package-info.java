/** The only place where everything meets: the entry point, the command line, the window's wiring. May use every room. */
package studio.backprop.app;
