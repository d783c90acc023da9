package studio.backprop.ui.design.designer.edit;

/**
 * Unit or bias on an opened node.
 *
 * @param onBias whether it is the corner that shows the bias
 */
public record UnitSpot(int node, int unit, boolean onBias) {}
