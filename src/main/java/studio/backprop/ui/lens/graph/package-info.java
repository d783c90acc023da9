/** Graph layers from inside. */
package studio.backprop.ui.lens.graph;
