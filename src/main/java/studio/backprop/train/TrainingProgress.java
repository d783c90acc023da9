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
 * How far a run is.
 *
 * @param end the epoch after which it ends: that of the project, or a later one where a person went on after the end
 * @param updates steps that the optimizer of each learner counts; one number for all in files of older programs
 * @param slots of the optimizer
 * @param best the weights that early stopping would take back, in the order of the parameters; empty if it keeps none
 * @param kept what its kind of training keeps beside that
 * @param learned how many steps its weights have learned: all, unless those of an earlier step stand in their place; empty where an older
 *     program did not write it down
 */
public record TrainingProgress(long step, int epoch, int batch, int end, long[] updates, float[][] slots, float[][] best,
    List<EpochRecord> epochs, Optional<KeptState> kept, OptionalLong learned) {
  /** Of a kind of training that keeps nothing else, with its last weights. */
  public TrainingProgress(
      long step, int epoch, int batch, int end, long[] updates, float[][] slots, float[][] best, List<EpochRecord> epochs) {
    this(step, epoch, batch, end, updates, slots, best, epochs, Optional.empty(), OptionalLong.empty());
  }

  /**
   * How many steps these weights of it have learned: fewer than it took where those of the best epoch stand in their place. Where that was
   * not written down, early stopping tells by the weights that it keeps.
   */
  public long weightsStep(Parameters weights) {
    return learned.orElseGet(() -> Epochs.keptStep(best, epochs, weights).orElse(step));
  }

  /** The same in arrays of its own. */
  public TrainingProgress copy() {
    return new TrainingProgress(step, epoch, batch, end, updates.clone(), cloned(slots), cloned(best), epochs, kept, learned);
  }

  /** The same with another epoch to end after. */
  public TrainingProgress endingAt(int epoch) {
    return new TrainingProgress(step, this.epoch, batch, epoch, updates, slots, best, epochs, kept, learned);
  }

  private static float[][] cloned(float[][] arrays) {
    return Arrays.stream(arrays).map(float[]::clone).toArray(float[][]::new);
  }
}
