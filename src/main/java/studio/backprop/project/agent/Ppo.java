package studio.backprop.project.agent;

import studio.backprop.setting.Range;

/**
 * Proximal policy optimization (PPO): several epochs over each rollout, with a clipped objective that keeps the policy close to the one
 * that collected it. Schulman et al. 2017.
 *
 * @param discount γ
 * @param lambda λ of GAE, Schulman et al. 2016
 * @param worlds number of parallel environments
 * @param steps per environment in a round
 * @param passes epochs over a rollout
 * @param clip ε, maximum deviation of the probability ratio from 1
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
