/**
 * Pictures of a run: loss, accuracy, gradient flow, and what the network answers. Models read the run and compute in the background; views
 * draw. No other room is known here but the run.
 */
package studio.backprop.ui.watch.plots;
