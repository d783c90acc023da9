package studio.backprop.project.agent;

import studio.backprop.setting.Range;

/**
 * y = r + γ·Q(s′, a′) with the action a′ that it takes next: learns what its own way of acting is worth, exploration and all. Rummery and
 * Niranjan 1994.
 *
 * @param discount γ
 * @param epsilon ε at first
 * @param epsilonEnd ε in the end
 * @param epsilonSteps steps in the world until then
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
