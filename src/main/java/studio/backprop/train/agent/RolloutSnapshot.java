package studio.backprop.train.agent;

/**
 * What a policy brought in a round, for whoever looks. Nobody changes it any more.
 *
 * @param worlds side by side
 * @param steps in each of them
 * @param advantages of each step, standardized over the round: by step, and in it by world
 * @param batch the places of the examples of the last update among them
 * @param first the first of these examples
 */
public record RolloutSnapshot(int worlds, int steps, float[] advantages, int[] batch, Example first) {
  /**
   * One example of a policy.
   *
   * @param action that was drawn
   * @param probability with which it was drawn
   * @param advantage how much better than expected it turned out, standardized
   * @param wanted the return that a critic is to expect
   */
  public record Example(int action, double probability, double advantage, double wanted) {}
}
