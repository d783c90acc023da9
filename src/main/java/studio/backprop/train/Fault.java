package studio.backprop.train;

import studio.backprop.text.Message;

/**
 * Why training stopped by itself.
 *
 * @param step the step that failed; the weights are those of the step before
 * @param node the node where the first number that is not finite appeared
 * @param sentence names the step, the node and the op, and says what to try
 */
public record Fault(long step, int node, Message sentence) {}
