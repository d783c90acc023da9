/** Activations and dropout from inside. */
package studio.backprop.ui.lens.elementwise;
