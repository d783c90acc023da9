/**
 * Plots of a run: loss, metrics, gradient flow, and the network's output (decision boundary, confusion matrix, forecasts, images, text,
 * environment). Curves are painted through one {@code DrawingSurface} for screen and file (decision 17); {@link PredictionWorker} computes
 * outputs from copies of the weights. Models read the run once a frame; views redraw in every fourth frame at most (decision 9).
 */
package studio.backprop.ui.watch.plots;
