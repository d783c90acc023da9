package studio.backprop.train.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import studio.backprop.data.Scaler;
import studio.backprop.environment.Environment;

/**
 * Episode of the greedy policy, to be displayed. Ends early where a state of a deterministic environment repeats, as the episode would not
 * end. Immutable.
 */
public final class GreedyEpisode {
  /** Time step: state, network output, action and reward. The state is the one before the action. */
  public record Moment(double[] state, float[] outputs, int action, double reward) {}

  private final Environment world;
  private final List<Moment> moments;
  private final double[] end;
  private final boolean circles;
  private final double returned;

  private GreedyEpisode(Environment world, List<Moment> moments, double[] end, boolean circles) {
    this.world = world;
    this.moments = List.copyOf(moments);
    this.end = end;
    this.circles = circles;
    this.returned = moments.stream().mapToDouble(Moment::reward).sum();
  }

  /** Plays an episode. @param think the network's output for a scaled observation */
  public static GreedyEpisode play(Environment world, Scaler scaler, Function<float[], float[]> think, SplittableRandom dice) {
    double[] state = new double[world.stateSize()];
    world.reset(dice, state);
    return playFrom(state, world, scaler, think, dice);
  }

  /** Plays from a state, which is changed to the final one. */
  public static GreedyEpisode playFrom(
      double[] state, Environment world, Scaler scaler, Function<float[], float[]> think, SplittableRandom dice) {
    List<Moment> moments = new ArrayList<>();
    int limit = world.limit().orElse(GreedyEvaluation.LONGEST);
    Set<List<Double>> met = new HashSet<>();
    boolean circles = false;
    while (moments.size() < limit && !world.terminated(state) && !circles) {
      met.add(numbers(state));
      float[] outputs = think.apply(observation(world, scaler, state));
      int action = BatchedPolicy.best(outputs);
      double[] before = state.clone();
      moments.add(new Moment(before, outputs, action, world.step(state, action, dice)));
      circles = world.isDeterministic() && !world.terminated(state) && met.contains(numbers(state));
    }
    return new GreedyEpisode(world, moments, state, circles);
  }

  private static List<Double> numbers(double[] state) {
    return Arrays.stream(state).boxed().toList();
  }

  /** Scaled observation of a state. */
  public static float[] observation(Environment world, Scaler scaler, double[] state) {
    float[] observation = new float[world.observed().size()];
    world.observe(state, observation, 0);
    scaler.scale(observation, 0);
    return observation;
  }

  public Environment world() {
    return world;
  }

  public List<Moment> moments() {
    return moments;
  }

  /** The final state. */
  public double[] end() {
    return end;
  }

  /** Whether it terminated, and was not truncated. */
  public boolean terminated() {
    return world.terminated(end);
  }

  /** Whether it ended because a state repeated. */
  public boolean circles() {
    return circles;
  }

  public boolean beganAt(double[] state) {
    return Arrays.equals(moments.isEmpty() ? end : moments.get(0).state(), state);
  }

  /** The states of its first steps, and the one after them. */
  public List<double[]> path(int steps) {
    List<double[]> path = new ArrayList<>(moments.stream().limit(steps + 1L).map(Moment::state).toList());
    if (steps >= moments.size()) {
      path.add(end);
    }
    return path;
  }

  public double returned() {
    return returned;
  }

  public double returned(int steps) {
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      sum += moments.get(i).reward();
    }
    return sum;
  }
}
