package studio.backprop.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backprop.train.Fault;
import studio.backprop.train.agent.AgentHealth;
import studio.backprop.train.metric.ClassCount;
import studio.backprop.train.record.EpochRecord;

/**
 * Statistics of a run up to one step, input of the {@link Doctor}. Immutable.
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
 * @param fault empty if none
 * @param agent learning statistics of an agent; empty without one
 * @param kept weights of the last adversarial rounds; empty in other kinds of training
 */
public record HealthStats(
    long step, long taken, boolean fresh, double first, double[] losses, double least, double rate, double setRate, List<OfNode> nodes,
    List<OfSequence> sequences, List<ClassCount> classes, List<EpochRecord> epochs, Optional<Fault> fault,
    Optional<AgentHealth> agent, Optional<KeptRounds> kept) {

  /**
   * Statistics of a node: means since the last record, or of single steps; NaN if undefined.
   *
   * @param node its id
   * @param gradient ‖∂L/∂W‖, root mean square
   * @param weights ‖W‖
   * @param weightsFirst ‖W‖ at the beginning of monitoring
   * @param moved update ratio ‖ΔW‖ ÷ ‖W‖ of a recent step
   * @param movedFirst the same in the first step
   * @param silent share of ReLU units that are zero for all examples
   * @param silentFirst the same in the first steps
   * @param saturated share of outputs in saturation of sigmoid or tanh
   * @param alike whether all units have equal weights
   */
  public record OfNode(
      int node, double gradient, double weights, double weightsFirst, double moved, double movedFirst, double silent, double silentFirst,
      double saturated,
      boolean alike) {
    /** Update ratio relative to the current weights or, if larger, the first ones (which a penalty may have shrunk). */
    public double stride() {
      return moved * Math.min(1, weights / weightsFirst);
    }

    public boolean learns() {
      return !Double.isNaN(gradient);
    }
  }

  /**
   * Recurrent node.
   *
   * @param node its id
   * @param gradients ‖∂L/∂h‖ by time step, in reading order; NaN without examples
   */
  public record OfSequence(int node, double[] gradients) {}

  /** Mean loss of the last steps. */
  public double recent(int steps) {
    return Arrays.stream(losses, Math.max(0, losses.length - steps), losses.length).average().orElse(Double.NaN);
  }
}
