/** Graph layers from inside. */
package studio.backprop.ui.inside.lens.graph;
