package studio.backprop.project.agent;

import studio.backprop.setting.Fixed;
import studio.backprop.setting.Range;

/**
 * y = r + γ·max Q⁻(s′, a′), from a memory of what happened and by a network Q⁻ that follows the learning one slowly. Mnih et al. 2015.
 *
 * @param discount γ
 * @param doubled whether the learning network picks the action that Q⁻ then judges, which values less too high: van Hasselt et al. 2016
 * @param epsilon ε at first
 * @param epsilonEnd ε in the end
 * @param epsilonSteps steps in the world until then
 * @param memory transitions that are remembered
 * @param warmUp steps in the world before the first update
 * @param every steps in the world between rounds of updates
 * @param updates in a round
 * @param sync updates after which Q⁻ becomes a copy of the learning network; where tau is above 0 it is not used
 * @param tau how far Q⁻ follows in each update, 0 to copy it instead
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
