/** Layers that move, pool or merge numbers, from inside: lines from input to output. */
package studio.backprop.ui.inside.lens.link;
