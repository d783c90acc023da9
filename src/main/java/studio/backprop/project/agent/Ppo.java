package studio.backprop.project.agent;

import studio.backprop.setting.Range;

/**
 * Several passes over what was brought, in which the policy may move only so far from the one that acted. Schulman et al. 2017.
 *
 * @param discount γ
 * @param lambda λ, Schulman et al. 2016
 * @param worlds side by side
 * @param steps in each world in a round
 * @param passes over them
 * @param clip ε, how far the ratio of new and old probability may be from 1
 * @param entropy β
 */
public record Ppo(
    @Range(min = 0, max = 1) double discount, @Range(min = 0, max = 1) double lambda, @Range(min = 1, max = 64) int worlds,
    @Range(min = 1, max = 10_000) int steps, @Range(min = 1, max = 100) int passes, @Range(min = 0.01, max = 1) double clip,
    @Range(min = 0, max = 1) double entropy) implements PolicyMethod {
  public static final Ppo STANDARD = new Ppo(0.99, 0.95, 8, 128, 8, 0.2, 0);

  @Override
  public boolean needsCritic() {
    return true;
  }
}
