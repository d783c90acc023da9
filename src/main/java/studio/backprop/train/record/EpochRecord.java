package studio.backprop.train.record;

import studio.backprop.train.metric.Metrics;

/**
 * What one epoch brought.
 *
 * @param epoch counted from 1
 * @param step the steps taken in all
 * @param train over the batches of the epoch, as they were trained on
 * @param validation after the epoch; {@link Metrics#NONE} where nothing is held back
 * @param rate the learning rate of the last step
 */
public record EpochRecord(int epoch, long step, Metrics train, Metrics validation, double rate) {}
