package studio.backprop.train.agent;

import java.util.Arrays;
import studio.backprop.op.PolicyLoss;
import studio.backprop.op.PpoClip;
import studio.backprop.plan.Plan;
import studio.backprop.project.agent.PolicyMethod;
import studio.backprop.project.agent.Ppo;
import studio.backprop.train.record.KeptState;

/** Batch of an agent's update: observations, actions and targets. */
public final class AgentBatch {
  private final int width;
  private final int actions;
  final float[] observations;
  final int[] taken;
  /** Target y of the action, or return for the critic. */
  final float[] targets;
  final float[] advantages;
  final float[] logOld;
  private final float[] row;

  AgentBatch(int rows, int width, int actions) {
    this.width = width;
    this.actions = actions;
    this.observations = new float[rows * width];
    this.taken = new int[rows];
    this.targets = new float[rows];
    this.advantages = new float[rows];
    this.logOld = new float[rows];
    this.row = new float[actions];
  }

  int rows() {
    return taken.length;
  }

  /** Number of examples, at most the plan's rows. */
  private int rows(Plan plan) {
    return Math.min(taken.length, plan.batch());
  }

  private void fillObservations(Plan plan) {
    for (int i = 0; i < rows(plan); i++) {
      plan.inputs().get(0).setRow(i, observations, i * width);
    }
  }

  /** Fills inputs and targets: only the taken action of each example has one. */
  public void fillValues(Plan plan) {
    fillObservations(plan);
    for (int i = 0; i < rows(plan); i++) {
      Arrays.fill(row, Float.NaN);
      row[taken[i]] = targets[i];
      plan.target().setRow(i, row, 0);
    }
  }

  public void fillCritic(Plan plan) {
    fillObservations(plan);
    for (int i = 0; i < rows(plan); i++) {
      plan.target().setRow(i, targets, i);
    }
  }

  public void fillPolicy(Plan plan, PolicyMethod method) {
    fillObservations(plan);
    for (int i = 0; i < rows(plan); i++) {
      Arrays.fill(row, 0);
      row[taken[i]] = 1;
      plan.target().setRow(i, row, 0);
    }
    PolicyLoss loss = (PolicyLoss) plan.loss();
    loss.entropyWeight(method.entropy());
    boolean all = rows(plan) == taken.length;
    loss.advantages().set(all ? advantages : Arrays.copyOf(advantages, plan.batch()));
    loss.logOld().set(all ? logOld : Arrays.copyOf(logOld, plan.batch()));
    if (loss instanceof PpoClip clipped && method instanceof Ppo ppo) {
      clipped.clip(ppo.clip());
    }
  }

  /** Saves the first example, for inspection after a restart. */
  void writeFirst(KeptState.Writer to) {
    for (int i = 0; i < width; i++) {
      to.put(observations[i]);
    }
    to.put(new double[] {taken[0], targets[0], advantages[0], logOld[0]});
  }

  void readFirst(KeptState.Reader from) {
    for (int i = 0; i < width; i++) {
      observations[i] = (float) from.number();
    }
    taken[0] = (int) from.number();
    targets[0] = (float) from.number();
    advantages[0] = (float) from.number();
    logOld[0] = (float) from.number();
  }
}
