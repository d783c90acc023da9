/** Inside view of layers that move, pool or merge values: lines from each input to the outputs that read it. */
package studio.backprop.ui.inside.lens.link;
