package studio.backprop.derivation;

/**
 * Per-example gradient. Immutable.
 *
 * @param row of the training part
 * @param gradient ∂L/∂w of this example's loss, scaled so that the mean is the batch's gradient
 */
public record Share(int row, double gradient) {}
