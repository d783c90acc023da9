package studio.backprop.derivation;

import java.util.List;

/**
 * What the end of the step will do to a weight.
 *
 * @param before the weight
 * @param gradient of the batch
 * @param changed the gradient after penalties and clipping
 * @param rate the learning rate of this step
 * @param lines what the optimizer computes
 * @param after the new weight, as the optimizer itself gives it
 */
public record Update(double before, double gradient, double changed, double rate, List<studio.backprop.optim.FormulaLine> lines,
    double after) {}
