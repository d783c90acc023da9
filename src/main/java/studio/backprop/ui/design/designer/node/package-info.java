/**
 * Nodes on the canvas: frame, title, and one pane for each lens. {@link NodeView} is the node, {@link PaneFactory} picks its pane, {@link
 * NodePane} is their base.
 */
package studio.backprop.ui.design.designer.node;
