package studio.backprop.train.record;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
public record EpochRecord(int epoch, long step, Metrics train, Metrics validation, double rate) {
  /** The loss by which the epoch is judged: of the validation part, or of the training batches where nothing is held back. */
  public double judgedLoss() {
    return Double.isNaN(validation.loss()) ? train.loss() : validation.loss();
  }

  /** The epoch with the lowest {@link #judgedLoss}; empty where none has a finite one. */
  public static Optional<EpochRecord> best(List<EpochRecord> epochs) {
    return epochs.stream().filter(epoch -> Double.isFinite(epoch.judgedLoss())).min(Comparator.comparingDouble(EpochRecord::judgedLoss));
  }
}
