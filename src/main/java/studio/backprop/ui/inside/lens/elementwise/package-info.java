/** Activations and dropout from inside. */
package studio.backprop.ui.inside.lens.elementwise;
