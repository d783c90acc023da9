package studio.backprop.train.agent;

import studio.backprop.data.Scaler;
import studio.backprop.environment.Environment;
import studio.backprop.environment.SeededRandom;

/** Evaluation of the greedy policy in environments that training never uses. Truncates episodes of environments without limit. */
public final class GreedyEvaluation {
  public static final int WORLDS = 100;
  /** Step limit of environments without one. */
  public static final int LONGEST = 200;

  private final Environment environment;
  private final Scaler scaler;
  private final SeededRandom starts;
  private final SeededRandom chances;
  private final BatchedPolicy player;

  /** @param player of {@link #WORLDS} rows */
  public GreedyEvaluation(Environment environment, Scaler scaler, SeededRandom starts, SeededRandom chances, BatchedPolicy player) {
    this.environment = environment;
    this.scaler = scaler;
    this.starts = starts;
    this.chances = chances;
    this.player = player;
  }

  /**
   * Result of an evaluation.
   *
   * @param mean return ended all environments
   * @param steps mean length of the episodes
   */
  public record Result(double mean, double steps) {}

  /** One episode per environment, with the same seeds each time. */
  public Result play() {
    VectorEnvironment environments = new VectorEnvironment(environment, scaler, WORLDS, starts, chances, LONGEST);
    float[] observation = new float[environment.observed().size()];
    boolean[] ended = new boolean[WORLDS];
    int left = WORLDS;
    while (left > 0) {
      for (int w = 0; w < WORLDS; w++) {
        if (!ended[w]) {
          environments.observe(w, observation, 0);
          player.see(w, observation, 0);
        }
      }
      player.think();
      for (int w = 0; w < WORLDS; w++) {
        if (!ended[w]) {
          environments.step(w, BatchedPolicy.best(player.of(w)));
          ended[w] = environments.done(w);
          left -= ended[w] ? 1 : 0;
        }
      }
    }
    double sum = 0;
    double steps = 0;
    for (int w = 0; w < WORLDS; w++) {
      sum += environments.returned(w);
      steps += environments.length(w);
    }
    return new Result(sum / WORLDS, steps / WORLDS);
  }
}
