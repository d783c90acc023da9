/** The time machine under the canvas: a line of all steps of the run, on which one goes back to any of them. */
package studio.backprop.ui.watch.time;
