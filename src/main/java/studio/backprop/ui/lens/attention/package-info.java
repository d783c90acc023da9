/** Attention from inside. */
package studio.backprop.ui.lens.attention;
