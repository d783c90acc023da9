package studio.backprop.project.agent;

import studio.backprop.setting.Range;

/**
 * REINFORCE: ∇ ln π(a|s)·(G − b), with the return G and a baseline b. Williams 1992.
 *
 * @param discount γ
 * @param worlds number of parallel environments
 * @param steps per environment in a round
 * @param entropy β
 */
public record Reinforce(
    @Range(min = 0, max = 1) double discount, @Range(min = 1, max = 64) int worlds, @Range(min = 1, max = 10_000) int steps,
    @Range(min = 0, max = 1) double entropy) implements PolicyMethod {
  public static final Reinforce STANDARD = new Reinforce(0.99, 8, 512, 0);

  @Override
  public double lambda() {
    return 1;
  }

  @Override
  public int passes() {
    return 1;
  }

  @Override
  public boolean needsCritic() {
    return false;
  }
}
