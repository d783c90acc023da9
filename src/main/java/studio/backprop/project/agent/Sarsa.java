package studio.backprop.project.agent;

import studio.backprop.setting.Range;

/**
 * SARSA: y = r + γ·Q(s′, a′) with the next action a′ of the policy; on-policy: learns the values of the ε-greedy policy itself. Rummery and
 * Niranjan 1994.
 *
 * @param discount γ
 * @param epsilon initial ε
 * @param epsilonEnd final ε
 * @param epsilonSteps environment steps of the decay
 */
public record Sarsa(
    @Range(min = 0, max = 1) double discount, @Range(min = 0, max = 1) double epsilon, @Range(min = 0, max = 1) double epsilonEnd,
    @Range(min = 1, max = 100_000_000) int epsilonSteps) implements ValueMethod {
  public static final Sarsa STANDARD = new Sarsa(1, 0.1, 0.1, 1);

  @Override
  public Sarsa exploring(double first, double end, int steps) {
    return new Sarsa(discount, first, end, steps);
  }

  @Override
  public int stepsPerRound() {
    return 1;
  }

  @Override
  public int updatesPerRound(int batch) {
    return 1;
  }

  @Override
  public boolean isOnline() {
    return true;
  }
}
