/** A loss from inside. */
package studio.backprop.ui.lens.loss;
