package studio.backprop.search.trial;

import studio.backprop.train.metric.Metrics;

/**
 * Repeat of a trial with another seed. Immutable.
 *
 * @param epochs of training
 */
public record SeedRepeat(int trial, long seed, int epochs, Metrics validation, Metrics test) {}
