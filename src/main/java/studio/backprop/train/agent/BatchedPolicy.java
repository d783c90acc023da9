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

/** Batched forward pass of a network over observations; shares the parameters. Not thread-safe. */
public final class BatchedPolicy {
  private final Plan plan;
  private final float[] row;
  private final int outputs;

  /** @param objective whose output is computed */
  public BatchedPolicy(Network network, Objective objective, Parameters parameters, Kernels kernels, int rows) {
    this.plan = Compiler.compile(network, objective, ClassWeights.NONE, parameters, kernels, new Seeds(0), Purpose.PREDICT_LEAN, rows);
    this.outputs = plan.prediction().rowCount();
    this.row = new float[outputs];
  }

  /** Sets the observation of a row, from {@code from} at {@code start}. */
  public void see(int at, float[] from, int start) {
    plan.inputs().get(0).setRow(at, from, start);
  }

  public void think() {
    plan.forwardToLoss(Mode.EVALUATE);
  }

  public int outputs() {
    return outputs;
  }

  /** Output for a row: not copied, overwritten by the next pass. */
  public float[] of(int at) {
    plan.prediction().copyRow(at, row);
    return row;
  }

  /** Argmax, the first of several. */
  public static int best(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  /** Samples an action from a distribution. */
  static int drawn(float[] probabilities, SplittableRandom random) {
    double left = random.nextDouble();
    for (int action = 0; action < probabilities.length - 1; action++) {
      left -= probabilities[action];
      if (left < 0) {
        return action;
      }
    }
    return probabilities.length - 1;
  }

  /** ε-greedy selection. */
  static ActionSelection selection(double epsilon, SplittableRandom random) {
    return random.nextDouble() < epsilon ? ActionSelection.EXPLORATORY : ActionSelection.GREEDY;
  }

  static int selected(ActionSelection how, float[] values, SplittableRandom random) {
    return how == ActionSelection.EXPLORATORY ? random.nextInt(values.length) : best(values);
  }
}
