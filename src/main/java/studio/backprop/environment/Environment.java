package studio.backprop.environment;

import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import studio.backprop.text.Message;

/**
 * Environment of reinforcement learning (Gymnasium): its dynamics, without mutable state. The caller holds the state, an array of doubles
 * that each {@link #step} updates, and passes the source of random numbers. The classic-control ones follow Gymnasium's equations.
 */
public interface Environment {
  String id();

  default Message title() {
    return Message.of("environment." + id());
  }

  /** Task in one sentence. */
  default Message help() {
    return Message.of("environment." + id() + ".help");
  }

  int stateSize();

  /** Observation space, with typical ranges. */
  List<ObservationVariable> observed();

  /** Whether transitions and rewards are deterministic. */
  default boolean isDeterministic() {
    return true;
  }

  /** Action space, as last parts of text keys. */
  List<String> actions();

  default Message action(int action) {
    return Message.of("environment.action." + actions().get(action));
  }

  /** Time limit in steps, after which an episode is truncated; empty for none. */
  OptionalInt limit();

  /** Mean return from which the task counts as solved. */
  double solved();

  /** Bound of the absolute reward of a step. */
  double mostReward();

  double leastReward();

  /** Bound of the return discounted by γ, from any state; infinite without one. */
  default double mostReturn(double discount) {
    return mostReward() <= 0 ? 0 : discount < 1 ? mostReward() / (1 - discount) : Double.POSITIVE_INFINITY;
  }

  /** Sets the initial state of an episode. */
  void reset(SplittableRandom dice, double[] state);

  /** Samples a reachable state about uniformly, for plots and scaling. */
  void anywhere(SplittableRandom dice, double[] state);

  /** Transition to the next state. @return the reward */
  double step(double[] state, int action, SplittableRandom dice);

  /** Whether it has a body that can be pushed. */
  default boolean canBePushed() {
    return false;
  }

  /** Instantaneous push, if it {@link #canBePushed}. @param impulse in N s, positive to the right */
  default void push(double[] state, double impulse) {
    throw new UnsupportedOperationException(id() + " has nothing to push");
  }

  /** Whether the state is terminal, apart from the time limit. */
  boolean terminated(double[] state);

  /** Inverse of {@link #observe}. */
  void imagine(float[] seen, double[] state);

  /** Writes the observation of a state, from {@code at} on. */
  void observe(double[] state, float[] to, int at);
}
