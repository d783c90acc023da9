/** Inside view of a dense layer: weights and products of a neuron, and its activation function. */
package studio.backprop.ui.inside.lens.dense;
