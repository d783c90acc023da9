package studio.backprop.plan;

import studio.backprop.op.Op;

/**
 * An op at its place in a plan.
 *
 * @param node the id of the node it was unfolded from
 * @param op the op
 * @param goesBack whether any gradient reaches its output; a softmax that a cross-entropy reads through gets none
 */
public record Step(int node, Op op, boolean goesBack) {}
