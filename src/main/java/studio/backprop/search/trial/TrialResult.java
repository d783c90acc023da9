package studio.backprop.search.trial;

/**
 * Report of a trial at a rung, its end or a fault. The order of reports determines all decisions. Immutable.
 *
 * @param epoch completed
 */
public record TrialResult(int trial, int epoch) {}
