package studio.backprop.train;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.project.Assignment;
import studio.backprop.train.record.KeptState;

/**
 * All that the next steps of a session depend on, between two steps: whoever begins here takes the same steps, to the bit. It never
 * changes.
 *
 * @param progressed how far it is, with the optimizer's memory and the weights that early stopping keeps
 * @param weights of all parameters in their order, the running numbers of batch normalization among them
 * @param rate the learning rate that a person had set
 * @param assignment what can change of the kind of training, as it was; empty for as the project has it
 * @param lastEpoch the epoch after which training was to end
 * @param waited epochs that early stopping had waited
 * @param sums what was counted of the epoch under way
 * @param off the units that a person has switched off, by node
 */
public record Checkpoint(
    TrainingProgress progressed, float[][] weights, double rate, Optional<Assignment> assignment, int lastEpoch, int waited, double[] sums,
    Map<Integer, List<Integer>> off) {
  /** Steps taken by then. */
  public long step() {
    return progressed.step();
  }

  /** The memory that it takes; the list of epochs counts in full, although neighbours share it. */
  public long bytes() {
    long numbers = Stream.of(weights, progressed.slots(), progressed.best()).flatMap(Arrays::stream).mapToLong(array -> array.length)
        .sum();
    return progressed.kept().map(KeptState::bytes).orElse(0L) + numbers * Float.BYTES + (long) progressed.epochs().size() * Integer.BYTES;
  }
}
