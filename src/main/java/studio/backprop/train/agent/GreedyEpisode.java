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

/** Episode of the greedy policy, for display. Ends early if a state of a deterministic environment repeats. Immutable. */
public final class GreedyEpisode {
  /** Time step. @param state before the action @param outputs of the network */
  public record Moment(double[] state, float[] outputs, int action, double reward) {}

  private final Environment environment;
  private final List<Moment> moments;
  private final double[] end;
  private final boolean cycles;
  private final double returned;

  private GreedyEpisode(Environment environment, List<Moment> moments, double[] end, boolean cycles) {
    this.environment = environment;
    this.moments = List.copyOf(moments);
    this.end = end;
    this.cycles = cycles;
    this.returned = moments.stream().mapToDouble(Moment::reward).sum();
  }

  /** @param policy network output for a scaled observation */
  public static GreedyEpisode play(Environment environment, Scaler scaler, Function<float[], float[]> policy, SplittableRandom random) {
    double[] state = new double[environment.stateSize()];
    environment.reset(random, state);
    return playFrom(state, environment, scaler, policy, random);
  }

  /** Plays from a state, which is changed to the final one. */
  public static GreedyEpisode playFrom(
      double[] state, Environment environment, Scaler scaler, Function<float[], float[]> policy, SplittableRandom random) {
    List<Moment> moments = new ArrayList<>();
    int limit = environment.limit().orElse(GreedyEvaluation.LONGEST);
    Set<List<Double>> visited = new HashSet<>();
    boolean cycles = false;
    while (moments.size() < limit && !environment.terminated(state) && !cycles) {
      visited.add(numbers(state));
      float[] outputs = policy.apply(observation(environment, scaler, state));
      int action = BatchedPolicy.best(outputs);
      double[] before = state.clone();
      moments.add(new Moment(before, outputs, action, environment.step(state, action, random)));
      cycles = environment.isDeterministic() && !environment.terminated(state) && visited.contains(numbers(state));
    }
    return new GreedyEpisode(environment, moments, state, cycles);
  }

  private static List<Double> numbers(double[] state) {
    return Arrays.stream(state).boxed().toList();
  }

  /** Scaled observation of a state. */
  public static float[] observation(Environment environment, Scaler scaler, double[] state) {
    float[] observation = new float[environment.observed().size()];
    environment.observe(state, observation, 0);
    scaler.scale(observation, 0);
    return observation;
  }

  public Environment world() {
    return environment;
  }

  public List<Moment> moments() {
    return moments;
  }

  public double[] end() {
    return end;
  }

  /** False if truncated. */
  public boolean terminated() {
    return environment.terminated(end);
  }

  /** Whether it ended because a state repeated. */
  public boolean circles() {
    return cycles;
  }

  public boolean beganAt(double[] state) {
    return Arrays.equals(moments.isEmpty() ? end : moments.get(0).state(), state);
  }

  /** States before the first steps, and the one after them. */
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
