/** Normalizations from inside. */
package studio.backprop.ui.lens.norm;
