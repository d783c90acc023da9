package studio.backprop.derivation;

import java.util.List;

/**
 * Update of a weight at the end of a step. Immutable.
 *
 * @param before weight before the update
 * @param gradient of the batch
 * @param changed gradient after penalties and clipping
 * @param rate learning rate of this step
 * @param lines formula lines of the optimizer
 * @param after updated weight
 */
public record Update(double before, double gradient, double changed, double rate, List<studio.backprop.optim.FormulaLine> lines,
    double after) {}
