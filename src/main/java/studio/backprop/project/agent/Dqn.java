package studio.backprop.project.agent;

import studio.backprop.setting.Fixed;
import studio.backprop.setting.Range;

/**
 * Deep Q-network: y = r + γ·max Q⁻(s′, a′), with replay buffer and target network Q⁻. Mnih et al. 2015.
 *
 * @param discount γ
 * @param doubled double DQN: the online network selects the action that Q⁻ evaluates, which reduces overestimation. van Hasselt et al. 2016
 * @param epsilon initial ε
 * @param epsilonEnd final ε
 * @param epsilonSteps environment steps of the decay
 * @param memory capacity of the replay buffer
 * @param warmUp environment steps before the first update
 * @param every environment steps between rounds of updates
 * @param updates per round
 * @param sync updates between copies to Q⁻; unused with tau above 0
 * @param tau rate of soft updates of Q⁻; 0 to copy it instead
 */
public record Dqn(
    @Range(min = 0, max = 1) double discount, @Fixed boolean doubled, @Range(min = 0, max = 1) double epsilon,
    @Range(min = 0, max = 1) double epsilonEnd, @Range(min = 1, max = 100_000_000) int epsilonSteps,
    @Range(min = 1, max = 1_000_000) int memory, @Range(min = 1, max = 1_000_000) int warmUp,
    @Range(min = 1, max = 100_000) int every, @Range(min = 1, max = 100_000) int updates,
    @Range(min = 1, max = 1_000_000) int sync, @Range(min = 0, max = 1) double tau) implements ValueMethod {
  public static final Dqn STANDARD = new Dqn(0.99, false, 1, 0.04, 10_000, 10_000, 1000, 4, 1, 500, 0);
  public static final Dqn DOUBLE = new Dqn(0.99, true, 1, 0.04, 10_000, 10_000, 1000, 4, 1, 500, 0);

  @Override
  public Dqn exploring(double first, double end, int steps) {
    return new Dqn(discount, doubled, first, end, steps, memory, warmUp, every, updates, sync, tau);
  }

  @Override
  public int stepsPerRound() {
    return every;
  }

  @Override
  public int updatesPerRound(int batch) {
    return updates;
  }
}
