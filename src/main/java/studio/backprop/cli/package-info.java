/**
 * The command line: one command a file, and what they share. Results go to standard output, everything said along the way to standard
 * error. Opens no window.
 */
package studio.backprop.cli;
