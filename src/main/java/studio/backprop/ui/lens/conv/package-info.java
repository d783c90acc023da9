/** Convolutions from inside. */
package studio.backprop.ui.lens.conv;
