package studio.backprop.derivation;

/**
 * What one example of the batch adds to a gradient.
 *
 * @param row of the training part
 * @param gradient ∂L/∂w of this example's loss, weighed by its share of the known answers, so that the mean over the batch is the batch's
 */
public record Share(int row, double gradient) {}
