package studio.backprop.environment;

import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Underpowered car in a valley that has to swing up a hill. Reward −1 per step until the flag at 0.5. State: position, velocity. Moore
 * 1990; Gymnasium's MountainCar-v0.
 */
public final class MountainCar implements Environment {
  public static final double LEFT = -1.2;
  public static final double RIGHT = 0.6;
  public static final double GOAL = 0.5;

  private static final double FASTEST = 0.07;
  private static final double FORCE = 0.001;
  private static final double GRAVITY = 0.0025;
  private static final int LIMIT = 200;

  /** Height of the hill at a position. */
  public static double height(double place) {
    return Math.sin(3 * place) * 0.45 + 0.55;
  }

  @Override
  public String id() {
    return "mountain-car";
  }

  @Override
  public int stateSize() {
    return 2;
  }

  @Override
  public List<ObservationVariable> observed() {
    return List.of(new ObservationVariable("position", LEFT, RIGHT, ""), new ObservationVariable("velocity", -FASTEST, FASTEST, ""));
  }

  @Override
  public List<String> actions() {
    return List.of("accelerate_left", "coast", "accelerate_right");
  }

  @Override
  public OptionalInt limit() {
    return OptionalInt.of(LIMIT);
  }

  @Override
  public double solved() {
    return -110;
  }

  @Override
  public double mostReward() {
    return -1;
  }

  @Override
  public double leastReward() {
    return -1;
  }

  @Override
  public void reset(SplittableRandom dice, double[] state) {
    state[0] = dice.nextDouble(-0.6, -0.4);
    state[1] = 0;
  }

  @Override
  public void anywhere(SplittableRandom dice, double[] state) {
    state[0] = dice.nextDouble(LEFT, GOAL);
    state[1] = dice.nextDouble(-FASTEST, FASTEST);
  }

  @Override
  public double step(double[] state, int action, SplittableRandom dice) {
    double speed = state[1] + (action - 1) * FORCE + Math.cos(3 * state[0]) * -GRAVITY;
    speed = Math.max(-FASTEST, Math.min(FASTEST, speed));
    double place = Math.max(LEFT, Math.min(RIGHT, state[0] + speed));
    state[0] = place;
    state[1] = place == LEFT && speed < 0 ? 0 : speed;
    return -1;
  }

  @Override
  public boolean terminated(double[] state) {
    return state[0] >= GOAL && state[1] >= 0;
  }

  @Override
  public void observe(double[] state, float[] to, int at) {
    to[at] = (float) state[0];
    to[at + 1] = (float) state[1];
  }

  @Override
  public void imagine(float[] seen, double[] state) {
    for (int i = 0; i < state.length; i++) {
      state[i] = seen[i];
    }
  }
}
