package studio.backprop.environment;

import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Double pendulum that hangs from a bar, with a torque at the joint between its links. Goal: swing the tip above a line one link over the
 * bar. Reward −1 per step. State: angles θ₁ and θ₂ in rad, and angular velocities; observation with cosines and sines. Sutton 1996, with
 * the dynamics of Sutton and Barto's book; Gymnasium's Acrobot-v1, RK4 with steps of 0.2 s.
 */
public final class Acrobot implements Environment {
  private static final double MANY_TURNS = 1000;
  private static final double STEP = 0.2;
  private static final double GRAVITY = 9.8;
  /** From a link's end to its centre of mass, in m; a link has length 1 m, mass 1 kg and moment of inertia 1 kg m². */
  private static final double CENTRE = 0.5;
  private static final double FASTEST_FIRST = 4 * Math.PI;
  private static final double FASTEST_SECOND = 9 * Math.PI;
  private static final double START = 0.1;
  private static final int LIMIT = 500;

  @Override
  public String id() {
    return "acrobot";
  }

  @Override
  public int stateSize() {
    return 4;
  }

  @Override
  public List<ObservationVariable> observed() {
    return List.of(new ObservationVariable("cos_first", -1, 1, ""), new ObservationVariable("sin_first", -1, 1, ""),
        new ObservationVariable("cos_second", -1, 1, ""),
        new ObservationVariable("sin_second", -1, 1, ""), new ObservationVariable("angular_velocity_first", -FASTEST_FIRST, FASTEST_FIRST,
            "rad/s"),
        new ObservationVariable("angular_velocity_second", -FASTEST_SECOND, FASTEST_SECOND, "rad/s"));
  }

  @Override
  public List<String> actions() {
    return List.of("torque_left", "coast", "torque_right");
  }

  @Override
  public OptionalInt limit() {
    return OptionalInt.of(LIMIT);
  }

  @Override
  public double solved() {
    return -100;
  }

  @Override
  public double mostReward() {
    return 0;
  }

  @Override
  public double leastReward() {
    return -1;
  }

  @Override
  public void reset(SplittableRandom dice, double[] state) {
    for (int i = 0; i < state.length; i++) {
      state[i] = dice.nextDouble(-START, START);
    }
  }

  @Override
  public void anywhere(SplittableRandom dice, double[] state) {
    state[0] = dice.nextDouble(-Math.PI, Math.PI);
    state[1] = dice.nextDouble(-Math.PI, Math.PI);
    state[2] = dice.nextDouble(-FASTEST_FIRST, FASTEST_FIRST);
    state[3] = dice.nextDouble(-FASTEST_SECOND, FASTEST_SECOND);
  }

  @Override
  public double step(double[] state, int action, SplittableRandom dice) {
    double torque = action - 1;
    double[] k1 = derivative(state, torque);
    double[] k2 = derivative(ahead(state, k1, STEP / 2), torque);
    double[] k3 = derivative(ahead(state, k2, STEP / 2), torque);
    double[] k4 = derivative(ahead(state, k3, STEP), torque);
    for (int i = 0; i < state.length; i++) {
      state[i] += STEP / 6.0 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    state[0] = wrapped(state[0]);
    state[1] = wrapped(state[1]);
    state[2] = Math.max(-FASTEST_FIRST, Math.min(FASTEST_FIRST, state[2]));
    state[3] = Math.max(-FASTEST_SECOND, Math.min(FASTEST_SECOND, state[3]));
    return terminated(state) ? 0 : -1;
  }

  private static double[] ahead(double[] state, double[] slope, double by) {
    double[] ahead = new double[state.length];
    for (int i = 0; i < state.length; i++) {
      ahead[i] = state[i] + by * slope[i];
    }
    return ahead;
  }

  private static double[] derivative(double[] s, double torque) {
    double cos = Math.cos(s[1]);
    double sin = Math.sin(s[1]);
    double d1 = CENTRE * CENTRE + (1 + CENTRE * CENTRE + 2 * CENTRE * cos) + 2;
    double d2 = CENTRE * CENTRE + CENTRE * cos + 1;
    double phi2 = CENTRE * GRAVITY * Math.cos(s[0] + s[1] - Math.PI / 2.0);
    double phi1 = -CENTRE * s[3] * s[3] * sin - 2 * CENTRE * s[3] * s[2] * sin + (CENTRE + 1) * GRAVITY * Math.cos(s[0] - Math.PI / 2)
        + phi2;
    double second = (torque + d2 / d1 * phi1 - CENTRE * s[2] * s[2] * sin - phi2) / (CENTRE * CENTRE + 1 - d2 * d2 / d1);
    double first = -(d2 * second + phi1) / d1;
    return new double[] {s[2], s[3], first, second};
  }

  /** Bitwise as in Gymnasium. Not a loop, which would be slow for angles of many turns. */
  private static double wrapped(double angle) {
    double wrapped = Math.abs(angle) > MANY_TURNS ? Math.IEEEremainder(angle, 2 * Math.PI) : angle;
    while (wrapped > Math.PI) {
      wrapped -= 2 * Math.PI;
    }
    while (wrapped < -Math.PI) {
      wrapped += 2 * Math.PI;
    }
    return wrapped;
  }

  @Override
  public boolean terminated(double[] state) {
    return -Math.cos(state[0]) - Math.cos(state[1] + state[0]) > 1.0;
  }

  @Override
  public void observe(double[] state, float[] to, int at) {
    to[at] = (float) Math.cos(state[0]);
    to[at + 1] = (float) Math.sin(state[0]);
    to[at + 2] = (float) Math.cos(state[1]);
    to[at + 3] = (float) Math.sin(state[1]);
    to[at + 4] = (float) state[2];
    to[at + 5] = (float) state[3];
  }

  @Override
  public void imagine(float[] seen, double[] state) {
    state[0] = Math.atan2(seen[1], seen[0]);
    state[1] = Math.atan2(seen[3], seen[2]);
    state[2] = seen[4];
    state[3] = seen[5];
  }
}
