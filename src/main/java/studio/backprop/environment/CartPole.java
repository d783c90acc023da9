package studio.backprop.environment;

import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Pole on a cart that is pushed to the left or right; terminates when the pole leans more than 12° or the cart leaves the track. Reward +1
 * per step. State: position x in m, velocity, angle θ in rad, angular velocity. Barto, Sutton and Anderson 1983; Gymnasium's CartPole-v1,
 * Euler's method with steps of 0.02 s.
 */
public final class CartPole implements Environment {
  /** Half the length of the track in m. */
  public static final double TRACK = 2.4;
  /** Maximum angle in rad. */
  public static final double LEAN = 12 * 2 * Math.PI / 360;

  private static final double GRAVITY = 9.8;
  private static final double POLE = 0.1;
  private static final double TOTAL = 1.0 + POLE;
  /** Half the length of the pole in m. */
  private static final double HALF_LENGTH = 0.5;
  private static final double POLE_MOMENT = POLE * HALF_LENGTH;
  private static final double FORCE = 10;
  private static final double TAU = 0.02;
  private static final double START = 0.05;
  private static final int LIMIT = 500;

  @Override
  public String id() {
    return "cartpole";
  }

  @Override
  public int stateSize() {
    return 4;
  }

  @Override
  public List<ObservationVariable> observed() {
    return List.of(new ObservationVariable("position", -TRACK, TRACK, "m"), new ObservationVariable("velocity", -2, 2, "m/s"),
        new ObservationVariable("angle", -LEAN, LEAN, "rad"), new ObservationVariable("angular_velocity", -2, 2, "rad/s"));
  }

  @Override
  public List<String> actions() {
    return List.of("push_left", "push_right");
  }

  @Override
  public OptionalInt limit() {
    return OptionalInt.of(LIMIT);
  }

  @Override
  public double solved() {
    return 475;
  }

  @Override
  public double mostReward() {
    return 1;
  }

  @Override
  public double leastReward() {
    return 1;
  }

  @Override
  public void reset(SplittableRandom dice, double[] state) {
    for (int i = 0; i < state.length; i++) {
      state[i] = dice.nextDouble(-START, START);
    }
  }

  @Override
  public void anywhere(SplittableRandom dice, double[] state) {
    for (int i = 0; i < state.length; i++) {
      state[i] = dice.nextDouble(observed().get(i).low(), observed().get(i).high());
    }
  }

  @Override
  public double step(double[] state, int action, SplittableRandom dice) {
    double force = action == 1 ? FORCE : -FORCE;
    double cos = Math.cos(state[2]);
    double sin = Math.sin(state[2]);
    double push = (force + POLE_MOMENT * (state[3] * state[3]) * sin) / TOTAL;
    double turning = (GRAVITY * sin - cos * push) / (HALF_LENGTH * (4.0 / 3.0 - POLE * (cos * cos) / TOTAL));
    double speeding = push - POLE_MOMENT * turning * cos / TOTAL;
    state[0] += TAU * state[1];
    state[1] += TAU * speeding;
    state[2] += TAU * state[3];
    state[3] += TAU * turning;
    return 1;
  }

  @Override
  public boolean canBePushed() {
    return true;
  }

  /** Instantaneous impulse in the dynamics of {@link #step}: velocities change, positions do not. An action has 0.2 N s. */
  @Override
  public void push(double[] state, double impulse) {
    double cos = Math.cos(state[2]);
    double push = impulse / TOTAL;
    double turning = -cos * push / (HALF_LENGTH * (4.0 / 3.0 - POLE * (cos * cos) / TOTAL));
    state[1] += push - POLE_MOMENT * turning * cos / TOTAL;
    state[3] += turning;
  }

  @Override
  public boolean terminated(double[] state) {
    return state[0] < -TRACK || state[0] > TRACK || state[2] < -LEAN || state[2] > LEAN;
  }

  @Override
  public void observe(double[] state, float[] to, int at) {
    for (int i = 0; i < state.length; i++) {
      to[at + i] = (float) state[i];
    }
  }

  @Override
  public void imagine(float[] seen, double[] state) {
    for (int i = 0; i < state.length; i++) {
      state[i] = seen[i];
    }
  }
}
