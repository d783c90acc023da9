package studio.backprop.kernel;

/**
 * Numbers and their gradients.
 *
 * @param grads null without gradients
 */
public record ValuesAndGrads(float[] values, float[] grads) {}
