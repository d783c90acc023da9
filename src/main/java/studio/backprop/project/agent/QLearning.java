package studio.backprop.project.agent;

import studio.backprop.setting.Range;

/**
 * Q-learning: y = r + γ·max Q(s′, a′); off-policy: learns the optimal action values, whatever policy explores. Watkins 1989.
 *
 * @param discount γ
 * @param epsilon initial ε
 * @param epsilonEnd final ε
 * @param epsilonSteps environment steps of the decay
 */
public record QLearning(
    @Range(min = 0, max = 1) double discount, @Range(min = 0, max = 1) double epsilon, @Range(min = 0, max = 1) double epsilonEnd,
    @Range(min = 1, max = 100_000_000) int epsilonSteps) implements ValueMethod {
  public static final QLearning STANDARD = new QLearning(1, 0.1, 0.1, 1);

  @Override
  public QLearning exploring(double first, double end, int steps) {
    return new QLearning(discount, first, end, steps);
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
