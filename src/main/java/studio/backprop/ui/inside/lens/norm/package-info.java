/** Inside view of normalizations: mean, variance, scale and shift. */
package studio.backprop.ui.inside.lens.norm;
