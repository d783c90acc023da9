package studio.backprop.derivation;

/**
 * Local dependence of an element on another through one op.
 *
 * @param step index of the op in the plan
 * @param to output element
 * @param from input element
 * @param slope ∂to/∂from by the op's backward pass
 * @param share slope · ∂L/∂to
 */
record Link(int step, Cell to, Cell from, double slope, double share) {}
