package studio.backprop.project.agent;

import studio.backprop.setting.Range;

/**
 * Advantage actor-critic (A2C). Mnih et al. 2016.
 *
 * @param discount γ
 * @param lambda λ of GAE, Schulman et al. 2016
 * @param worlds number of parallel environments
 * @param steps per environment in a round
 * @param entropy β
 */
public record ActorCritic(
    @Range(min = 0, max = 1) double discount, @Range(min = 0, max = 1) double lambda, @Range(min = 1, max = 64) int worlds,
    @Range(min = 1, max = 10_000) int steps, @Range(min = 0, max = 1) double entropy) implements PolicyMethod {
  public static final ActorCritic STANDARD = new ActorCritic(0.99, 0.95, 8, 16, 0.01);

  @Override
  public int passes() {
    return 1;
  }

  @Override
  public boolean needsCritic() {
    return true;
  }
}
