package studio.backprop.ui.design.designer.edit;

/**
 * A place on an opened node.
 *
 * @param node the node
 * @param unit whose tile it is, from 0
 * @param onBias whether it is the corner that shows the bias
 */
public record UnitSpot(int node, int unit, boolean onBias) {}
