package studio.backprop.search.trial;

import studio.backprop.train.metric.Metrics;

/**
 * A trial trained again from another seed.
 *
 * @param trial its number
 * @param seed that it was trained with
 * @param epochs of training
 */
public record SeedRepeat(int trial, long seed, int epochs, Metrics validation, Metrics test) {}
