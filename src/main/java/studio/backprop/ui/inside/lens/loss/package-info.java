/** Inside view of a loss: its value for each example of the batch, and the curve of its op. */
package studio.backprop.ui.inside.lens.loss;
