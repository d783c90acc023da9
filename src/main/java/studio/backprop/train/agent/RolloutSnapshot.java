package studio.backprop.train.agent;

/**
 * Snapshot of a rollout. Immutable.
 *
 * @param worlds parallel environments
 * @param steps in each of them
 * @param advantages of each step, standardized over the rollout: by step, and in it by environment
 * @param batch indices of the last update's examples
 * @param first the first of these examples
 */
public record RolloutSnapshot(int worlds, int steps, float[] advantages, int[] batch, Example first) {
  /**
   * Example of a policy's update.
   *
   * @param probability with which the action was sampled
   * @param advantage standardized
   * @param wanted return for the critic
   */
  public record Example(int action, double probability, double advantage, double wanted) {}
}
