package studio.backprop.train;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.project.Assignment;
import studio.backprop.train.record.KeptState;

/**
 * Checkpoint of a session between two steps: training from here reproduces the same steps bit for bit. Immutable.
 *
 * @param progressed progress, with the optimizer's slots and the best weights of early stopping
 * @param weights of all parameters in their order, with the running statistics of batch normalization
 * @param rate base learning rate, before the schedule
 * @param assignment empty for the project's
 * @param lastEpoch configured last epoch
 * @param waited epochs that early stopping had waited
 * @param sums of the metrics of the epoch under way
 * @param off units switched off, by node id
 */
public record Checkpoint(
    TrainingProgress progressed, float[][] weights, double rate, Optional<Assignment> assignment, int lastEpoch, int waited, double[] sums,
    Map<Integer, List<Integer>> off) {
  public long step() {
    return progressed.step();
  }

  /** Memory in bytes; the list of epochs counts in full, although neighbouring checkpoints share it. */
  public long bytes() {
    long numbers = Stream.of(weights, progressed.slots(), progressed.best()).flatMap(Arrays::stream).mapToLong(array -> array.length)
        .sum();
    return progressed.kept().map(KeptState::bytes).orElse(0L) + numbers * Float.BYTES + (long) progressed.epochs().size() * Integer.BYTES;
  }
}
