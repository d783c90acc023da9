package studio.backprop.train.agent;

import java.util.SplittableRandom;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.network.Objective;
import studio.backprop.op.ClassWeights;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Seeds;

/** A network that is asked what it thinks of some states at once, by weights that others may change in between. */
public final class BatchedPolicy {
  private final Plan plan;
  private final float[] row;
  private final int outputs;

  /** @param objective whose prediction is asked for */
  public BatchedPolicy(Network network, Objective objective, Parameters parameters, Kernels kernels, int rows) {
    this.plan = Compiler.compile(network, objective, ClassWeights.NONE, parameters, kernels, new Seeds(0), Purpose.PREDICT_LEAN, rows);
    this.outputs = plan.prediction().rowCount();
    this.row = new float[outputs];
  }

  /** The numbers of an observation, row-major in {@code from}. */
  public void see(int at, float[] from, int start) {
    plan.inputs().get(0).setRow(at, from, start);
  }

  public void think() {
    plan.forwardToLoss(Mode.EVALUATE);
  }

  /** Numbers for each state. */
  public int outputs() {
    return outputs;
  }

  /** What it thinks of a state: the array itself, which the next question fills anew. */
  public float[] of(int at) {
    plan.prediction().copyRow(at, row);
    return row;
  }

  /** The number with the largest value, the first of several. */
  public static int best(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  /** An action by its probability. */
  static int drawn(float[] probabilities, SplittableRandom dice) {
    double left = dice.nextDouble();
    for (int action = 0; action < probabilities.length - 1; action++) {
      left -= probabilities[action];
      if (left < 0) {
        return action;
      }
    }
    return probabilities.length - 1;
  }

  /** The first throw of an ε-greedy choice: with probability ε any action is taken. */
  static ActionSelection selection(double epsilon, SplittableRandom dice) {
    return dice.nextDouble() < epsilon ? ActionSelection.EXPLORATORY : ActionSelection.GREEDY;
  }

  /** The second one, where any is taken; else the best. */
  static int selected(ActionSelection how, float[] values, SplittableRandom dice) {
    return how == ActionSelection.EXPLORATORY ? dice.nextInt(values.length) : best(values);
  }
}
