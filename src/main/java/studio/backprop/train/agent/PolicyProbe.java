package studio.backprop.train.agent;

import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;

/** Distribution of an agent's preferred actions over a fixed set of states. */
public final class PolicyProbe {
  /** Largest number of states. */
  public static final int STATES = 100;

  private final PreparedData data;
  private final BatchedPolicy player;
  private final int states;
  private final float[] row;

  /** @param player of as many rows as there are states */
  PolicyProbe(PreparedData data, BatchedPolicy player) {
    this.data = data;
    this.player = player;
    this.states = Math.min(STATES, data.trainRows());
    this.row = new float[data.dataset().width()];
  }

  /** Mean probability of each action of a policy, or relative frequency as greedy action. */
  public float[] shares(boolean policy) {
    for (int i = 0; i < states; i++) {
      data.copyInput(Part.TRAIN, i, row, 0);
      player.see(i, row, 0);
    }
    player.think();
    float[] shares = new float[player.outputs()];
    for (int i = 0; i < states; i++) {
      float[] outputs = player.of(i);
      int best = BatchedPolicy.best(outputs);
      for (int action = 0; action < shares.length; action++) {
        shares[action] += (policy ? outputs[action] : action == best ? 1 : 0) / states;
      }
    }
    return shares;
  }

  /** −Σ p ln p, in nats. */
  public static double entropy(float[] shares) {
    double sum = 0;
    for (float share : shares) {
      sum -= share > 0 ? share * Math.log(share) : 0;
    }
    return Math.max(0, sum);
  }
}
