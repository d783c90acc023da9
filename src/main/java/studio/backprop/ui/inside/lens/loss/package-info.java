/** A loss from inside. */
package studio.backprop.ui.inside.lens.loss;
