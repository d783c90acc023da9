/** Inside view of graph layers: neighbours of a node and their weights. */
package studio.backprop.ui.inside.lens.graph;
