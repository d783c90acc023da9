package studio.backprop.plan;

import studio.backprop.op.Op;

/**
 * An op of a plan.
 *
 * @param node id of its node
 * @param goesBack whether a gradient reaches its output; false for a softmax fused with the loss
 */
public record Step(int node, Op op, boolean goesBack) {}
