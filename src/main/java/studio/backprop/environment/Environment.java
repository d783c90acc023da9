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
  /** The name in files and texts, such as {@code cartpole}. */
  String id();

  default Message title() {
    return Message.of("environment." + id());
  }

  /** What the agent is to do, in one sentence. */
  default Message help() {
    return Message.of("environment." + id() + ".help");
  }

  /** Numbers of a state. */
  int stateSize();

  /** What an agent sees: as many numbers, with the ranges in which they usually lie. */
  List<ObservationVariable> observed();

  /** Whether the same action in the same state always leads to the same next state and reward. */
  default boolean isDeterministic() {
    return true;
  }

  /** What an agent can do, by the last part of the names of its texts. */
  List<String> actions();

  default Message action(int action) {
    return Message.of("environment.action." + actions().get(action));
  }

  /** Steps after which an episode is cut off; empty where it may last as long as it likes. */
  OptionalInt limit();

  /** The mean return from which on the task counts as solved. */
  double solved();

  /** The largest and smallest reward of a step. */
  double mostReward();

  double leastReward();

  /** A bound of the return from any state on, discounted by γ; infinite where nothing bounds it. */
  default double mostReturn(double discount) {
    return mostReward() <= 0 ? 0 : discount < 1 ? mostReward() / (1 - discount) : Double.POSITIVE_INFINITY;
  }

  /** Begins an episode: the state becomes its first one. */
  void reset(SplittableRandom dice, double[] state);

  /** Any state in which an agent may find itself, all about equally likely: to show and to scale by. */
  void anywhere(SplittableRandom dice, double[] state);

  /** Acts: the state becomes the next one. @return the reward */
  double step(double[] state, int action, SplittableRandom dice);

  /** Whether a person can push what moves in it. */
  default boolean canBePushed() {
    return false;
  }

  /** Pushes what moves in it, for an instant; only where it {@link #canBePushed}. @param impulse in N s, to the right above 0 */
  default void push(double[] state, double impulse) {
    throw new UnsupportedOperationException(id() + " has nothing to push");
  }

  /** Whether the episode has ended in this state, by itself and not by its limit. */
  boolean terminated(double[] state);

  /** The state that an agent sees so. */
  void imagine(float[] seen, double[] state);

  /** Writes what an agent sees of a state, from {@code at} on. */
  void observe(double[] state, float[] to, int at);
}
