package studio.backprop.derivation;

/**
 * How a number depends on another through one op.
 *
 * @param step place of the op in the plan
 * @param to what the op computed
 * @param from what it was computed from
 * @param slope ∂to/∂from, as the op's own backward says
 * @param share slope · ∂L/∂to: what comes to {@code from} this way
 */
record Link(int step, Cell to, Cell from, double slope, double share) {}
