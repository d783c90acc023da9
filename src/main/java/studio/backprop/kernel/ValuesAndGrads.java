package studio.backprop.kernel;

/**
 * Numbers and, beside each, its gradient.
 *
 * @param grads null where no gradient is kept
 */
public record ValuesAndGrads(float[] values, float[] grads) {}
