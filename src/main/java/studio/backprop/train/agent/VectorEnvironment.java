package studio.backprop.train.agent;

import java.util.Arrays;
import studio.backprop.data.Scaler;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Grid;
import studio.backprop.environment.SeededRandom;
import studio.backprop.train.record.KeptState;

/**
 * Parallel environments of one kind; an episode that ends is followed by a reset. Seeded by index: the same actions have the same outcomes.
 */
public final class VectorEnvironment {
  private static final long MAX_STEPS = 1L << 40;
  /** Bound of |state|, for validity. */
  private static final double MAX_STATE = 1e6;

  private final Environment environment;
  private final Scaler scaler;
  private final SeededRandom starts;
  private final SeededRandom chances;
  private final double[][] states;
  private final double[] returns;
  private final int[] lengths;
  private final long[] episodes;
  private final boolean[] terminated;
  private final boolean[] truncated;
  private final int limit;
  private long taken;
  /** Actions taken on each square of a grid; empty of other environments. */
  private final float[] visits;

  /** @param limit of the steps of an episode, where the environment has none */
  VectorEnvironment(Environment environment, Scaler scaler, int count, SeededRandom starts, SeededRandom chances, int limit) {
    this.environment = environment;
    this.scaler = scaler;
    this.starts = starts;
    this.chances = chances;
    this.states = new double[count][environment.stateSize()];
    this.returns = new double[count];
    this.lengths = new int[count];
    this.episodes = new long[count];
    this.terminated = new boolean[count];
    this.truncated = new boolean[count];
    this.limit = environment.limit().orElse(limit);
    this.visits = new float[environment instanceof Grid grid ? grid.rows() * grid.columns() : 0];
    for (int w = 0; w < count; w++) {
      reset(w);
    }
  }

  private void reset(int w) {
    environment.reset(starts.at(episodes[w] * states.length + w), states[w]);
    returns[w] = 0;
    lengths[w] = 0;
  }

  int count() {
    return states.length;
  }

  public Environment world() {
    return environment;
  }

  void observe(int w, float[] to, int at) {
    environment.observe(states[w], to, at);
    scaler.scale(to, at);
  }

  /** Acts in an environment; it stays in the next state until {@link #resetIfDone}. @return the reward */
  double step(int w, int action) {
    if (visits.length > 0) {
      visits[(int) states[w][0]]++;
    }
    double reward = environment.step(states[w], action, chances.at(taken++));
    returns[w] += reward;
    lengths[w]++;
    terminated[w] = environment.terminated(states[w]);
    truncated[w] = !terminated[w] && lengths[w] >= limit;
    return reward;
  }

  /** @param impulse in N s */
  public void push(int w, double impulse) {
    environment.push(states[w], impulse);
  }

  boolean terminated(int w) {
    return terminated[w];
  }

  boolean truncated(int w) {
    return truncated[w];
  }

  boolean done(int w) {
    return terminated[w] || truncated[w];
  }

  /** Resets the environment if the last action ended the episode. @return whether it did */
  boolean resetIfDone(int w, EpisodeLog log) {
    if (!done(w)) {
      return false;
    }
    log.ended(returns[w], lengths[w], taken);
    episodes[w]++;
    reset(w);
    return true;
  }

  /** Total steps. */
  public long taken() {
    return taken;
  }

  /** Return so far of the current episode. */
  public double returned(int w) {
    return returns[w];
  }

  public int length(int w) {
    return lengths[w];
  }

  public float[] visits() {
    return visits.clone();
  }

  public double[] state(int w) {
    return Arrays.copyOf(states[w], states[w].length);
  }

  void write(KeptState.Writer to) {
    to.put(taken);
    to.own(visits.clone());
    for (int w = 0; w < states.length; w++) {
      to.put(states[w]);
      to.put(returns[w]);
      to.put(lengths[w]);
      to.put(episodes[w]);
    }
  }

  void read(KeptState.Reader from) {
    taken = from.whole(0, MAX_STEPS);
    System.arraycopy(from.own(), 0, visits, 0, visits.length);
    for (int w = 0; w < states.length; w++) {
      from.numbers(states[w]);
      double first = states[w][0];
      from.check(Arrays.stream(states[w]).allMatch(number -> Math.abs(number) <= MAX_STATE));
      from.check(visits.length == 0 || first >= 0 && first < visits.length);
      returns[w] = from.number();
      lengths[w] = (int) from.whole(0, Integer.MAX_VALUE);
      episodes[w] = from.whole(0, MAX_STEPS);
    }
  }
}
