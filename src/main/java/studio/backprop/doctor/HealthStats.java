package studio.backprop.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.train.Fault;
import studio.backprop.train.agent.AgentHealth;
import studio.backprop.train.metric.ClassCount;
import studio.backprop.train.record.EpochRecord;

/**
 * Statistics of a run up to one step, from which its health is judged. Immutable.
 *
 * @param step steps taken in all
 * @param taken steps since monitoring began
 * @param fresh whether these are all steps, from the initial weights on
 * @param first mean loss of the first few steps
 * @param losses of the last steps, oldest first
 * @param least smallest mean loss of {@link HealthMonitor#EVERY} steps in a row, NaN of fewer
 * @param rate learning rate of the last step
 * @param setRate base learning rate, before the schedule
 * @param nodes with parameters or an activation, from the first to the last
 * @param sequences recurrent nodes
 * @param classes counts by class on the validation part after the last epoch; empty for a regression
 * @param epochs records of the epochs
 * @param fault why training stopped by itself, if it did
 * @param agent learning statistics of an agent; empty without one
 * @param kept weights of the last adversarial rounds; empty in other kinds of training
 */
public record HealthStats(
    long step, long taken, boolean fresh, double first, double[] losses, double least, double rate, double setRate, List<OfNode> nodes,
    List<OfSequence> sequences, List<ClassCount> classes, List<EpochRecord> epochs, Optional<Fault> fault,
    Optional<AgentHealth> agent, Optional<KeptRounds> kept) {

  /**
   * One node. Numbers are means over the steps since the last look but for those of single steps; NaN where there is no such number.
   *
   * @param node its id
   * @param gradient ‖∂L/∂W‖ of its weights, root of the mean square
   * @param weights ‖W‖
   * @param weightsFirst the same when it was first watched
   * @param moved ‖ΔW‖ ÷ ‖W‖ of one of the last steps
   * @param movedFirst the same in the first step
   * @param silent the share of its ReLU units that were zero for all examples
   * @param silentFirst the same in the first steps
   * @param saturated the share of its answers where sigmoid or tanh are almost flat
   * @param alike whether all its units have the same weights
   */
  public record OfNode(
      int node, double gradient, double weights, double weightsFirst, double moved, double movedFirst, double silent, double silentFirst,
      double saturated,
      boolean alike) {
    /** How far one step moves the weights, by their size or, where a penalty has shrunk them, by the size they had. */
    public double stride() {
      return moved * Math.min(1, weights / weightsFirst);
    }

    public boolean learns() {
      return !Double.isNaN(gradient);
    }
  }

  /**
   * One node that reads a sequence.
   *
   * @param node its id
   * @param gradients ‖∂L/∂h‖ of an example after each time step, in the order of reading; NaN where no example has that step
   */
  public record OfSequence(int node, double[] gradients) {}

  /** The mean loss of the last so many steps, or of as many as there are. */
  public double recent(int steps) {
    return Arrays.stream(losses, Math.max(0, losses.length - steps), losses.length).average().orElse(Double.NaN);
  }
}
