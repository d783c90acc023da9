/** Attention from inside. */
package studio.backprop.ui.inside.lens.attention;
