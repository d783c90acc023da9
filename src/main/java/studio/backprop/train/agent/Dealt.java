package studio.backprop.train.agent;

import java.util.Arrays;
import studio.backprop.op.PolicyLoss;
import studio.backprop.op.PpoClip;
import studio.backprop.plan.Plan;
import studio.backprop.project.agent.PolicyMethod;
import studio.backprop.project.agent.Ppo;

/** The examples of an update: what was seen, what was done, and what is to be learned from it. */
public final class Dealt {
  private final int width;
  private final int actions;
  final float[] seen;
  final int[] taken;
  /** y of the taken action, or the return that the critic is to expect. */
  final float[] wanted;
  final float[] advantages;
  final float[] logOld;
  private final float[] row;

  Dealt(int rows, int width, int actions) {
    this.width = width;
    this.actions = actions;
    this.seen = new float[rows * width];
    this.taken = new int[rows];
    this.wanted = new float[rows];
    this.advantages = new float[rows];
    this.logOld = new float[rows];
    this.row = new float[actions];
  }

  int rows() {
    return taken.length;
  }

  private void see(Plan plan) {
    for (int i = 0; i < taken.length; i++) {
      plan.inputs().get(0).setRow(i, seen, i * width);
    }
  }

  /** The taken action of each example has a target; what the others are worth nobody knows. */
  public void fillValues(Plan plan) {
    see(plan);
    for (int i = 0; i < taken.length; i++) {
      Arrays.fill(row, Float.NaN);
      row[taken[i]] = wanted[i];
      plan.target().setRow(i, row, 0);
    }
  }

  public void fillCritic(Plan plan) {
    see(plan);
    for (int i = 0; i < taken.length; i++) {
      plan.target().setRow(i, wanted, i);
    }
  }

  public void fillPolicy(Plan plan, PolicyMethod method) {
    see(plan);
    for (int i = 0; i < taken.length; i++) {
      Arrays.fill(row, 0);
      row[taken[i]] = 1;
      plan.target().setRow(i, row, 0);
    }
    PolicyLoss loss = (PolicyLoss) plan.loss();
    loss.entropyWeight(method.entropy());
    loss.advantages().set(advantages);
    loss.logOld().set(logOld);
    if (loss instanceof PpoClip clipped && method instanceof Ppo ppo) {
      clipped.clip(ppo.clip());
    }
  }
}
