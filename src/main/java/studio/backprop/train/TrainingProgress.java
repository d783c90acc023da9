package studio.backprop.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import studio.backprop.plan.Parameters;
import studio.backprop.train.learn.Epochs;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.record.KeptState;

/**
 * Serializable progress of a run.
 *
 * @param end last epoch, possibly extended
 * @param updates steps of each learner's optimizer; one number for all in files of older versions
 * @param slots optimizer state
 * @param best best weights of early stopping; empty if none
 * @param kept further state of the regime
 * @param learned step of the weights, earlier if best weights were restored; empty in files of older versions
 */
public record TrainingProgress(long step, int epoch, int batch, int end, long[] updates, float[][] slots, float[][] best,
    List<EpochRecord> epochs, Optional<KeptState> kept, OptionalLong learned) {
  public TrainingProgress(
      long step, int epoch, int batch, int end, long[] updates, float[][] slots, float[][] best, List<EpochRecord> epochs) {
    this(step, epoch, batch, end, updates, slots, best, epochs, Optional.empty(), OptionalLong.empty());
  }

  /** Step of the weights: that of the best epoch if its weights were restored, which is found by comparison in files of older versions. */
  public long weightsStep(Parameters weights) {
    return learned.orElseGet(() -> Epochs.keptStep(best, epochs, weights).orElse(step));
  }

  /** A deep copy. */
  public TrainingProgress copy() {
    return new TrainingProgress(step, epoch, batch, end, updates.clone(), cloned(slots), cloned(best), epochs, kept, learned);
  }

  public TrainingProgress endingAt(int epoch) {
    return new TrainingProgress(step, this.epoch, batch, epoch, updates, slots, best, epochs, kept, learned);
  }

  private static float[][] cloned(float[][] arrays) {
    return Arrays.stream(arrays).map(float[]::clone).toArray(float[][]::new);
  }
}
