package studio.backprop.environment;

import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Multi-armed bandit with three Bernoulli arms: reward 1 or 0, with a hidden probability for each. An episode is one pull. State: whether
 * an arm was pulled. Robbins 1952.
 */
public final class Bandit implements Environment {
  private static final double[] CHANCES = {0.3, 0.5, 0.8};

  @Override
  public String id() {
    return "bandit";
  }

  @Override
  public int stateSize() {
    return 1;
  }

  /** Constant observation. */
  @Override
  public List<ObservationVariable> observed() {
    return List.of(new ObservationVariable("here", 0, 1, ""));
  }

  @Override
  public List<String> actions() {
    return List.of("lever_1", "lever_2", "lever_3");
  }

  @Override
  public OptionalInt limit() {
    return OptionalInt.of(1);
  }

  @Override
  public double solved() {
    return 0.75;
  }

  @Override
  public double mostReward() {
    return 1;
  }

  @Override
  public double leastReward() {
    return 0;
  }

  @Override
  public void reset(SplittableRandom dice, double[] state) {
    state[0] = 0;
  }

  @Override
  public void anywhere(SplittableRandom dice, double[] state) {
    state[0] = 0;
  }

  @Override
  public boolean isDeterministic() {
    return false;
  }

  @Override
  public double step(double[] state, int action, SplittableRandom dice) {
    state[0] = 1;
    return dice.nextDouble() < CHANCES[action] ? 1 : 0;
  }

  @Override
  public boolean terminated(double[] state) {
    return state[0] == 1;
  }

  @Override
  public void observe(double[] state, float[] to, int at) {
    to[at] = 1;
  }

  @Override
  public void imagine(float[] seen, double[] state) {
    state[0] = 0;
  }
}
