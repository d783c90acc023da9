/** Normalizations from inside. */
package studio.backprop.ui.inside.lens.norm;
