package studio.backprop.search.trial;

/**
 * A trial has come to a rung, to its end or to a fault. In the order of reports the same decisions follow.
 *
 * @param trial its number
 * @param epoch to which it was trained; of a fault, the epochs that were whole
 */
public record TrialResult(int trial, int epoch) {}
