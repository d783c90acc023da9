/** Convolutions from inside. */
package studio.backprop.ui.inside.lens.conv;
