/** Inside view of activations and dropout. */
package studio.backprop.ui.inside.lens.elementwise;
