/** Inside view of attention: queries, keys, scores and weighted values by head. */
package studio.backprop.ui.inside.lens.attention;
