package studio.backprop.train.agent;

import studio.backprop.data.Scaler;
import studio.backprop.environment.Environment;
import studio.backprop.environment.SeededRandom;

/**
 * Evaluation of the greedy policy in separate environments that training never uses. Episodes without limit are truncated: a policy may run
 * in circles.
 */
public final class GreedyEvaluation {
  public static final int WORLDS = 100;
  /** Limit of episodes without one. */
  public static final int LONGEST = 200;

  private final Environment world;
  private final Scaler scaler;
  private final SeededRandom starts;
  private final SeededRandom chances;
  private final BatchedPolicy player;

  /** @param player of {@link #WORLDS} rows */
  public GreedyEvaluation(Environment world, Scaler scaler, SeededRandom starts, SeededRandom chances, BatchedPolicy player) {
    this.world = world;
    this.scaler = scaler;
    this.starts = starts;
    this.chances = chances;
    this.player = player;
  }

  /**
   * Result of an evaluation.
   *
   * @param mean return over all environments
   * @param steps mean length of the episodes
   */
  public record Result(double mean, double steps) {}

  /** Plays an episode in each environment, with the same seeds each time. */
  public Result play() {
    VectorEnvironment worlds = new VectorEnvironment(world, scaler, WORLDS, starts, chances, LONGEST);
    float[] observation = new float[world.observed().size()];
    boolean[] over = new boolean[WORLDS];
    int left = WORLDS;
    while (left > 0) {
      for (int w = 0; w < WORLDS; w++) {
        if (!over[w]) {
          worlds.observe(w, observation, 0);
          player.see(w, observation, 0);
        }
      }
      player.think();
      for (int w = 0; w < WORLDS; w++) {
        if (!over[w]) {
          worlds.step(w, BatchedPolicy.best(player.of(w)));
          over[w] = worlds.done(w);
          left -= over[w] ? 1 : 0;
        }
      }
    }
    double sum = 0;
    double steps = 0;
    for (int w = 0; w < WORLDS; w++) {
      sum += worlds.returned(w);
      steps += worlds.length(w);
    }
    return new Result(sum / WORLDS, steps / WORLDS);
  }
}
