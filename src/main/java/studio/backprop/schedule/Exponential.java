package studio.backprop.schedule;

import studio.backprop.setting.Range;

/**
 * Exponential decay, applied per step.
 *
 * @param factor per epoch
 */
public record Exponential(@Range(min = 1e-6, max = 1) double factor) implements Schedule {
  public static final Exponential STANDARD = new Exponential(0.95);

  @Override
  public Factor start(int stepsPerEpoch, int epochs) {
    return step -> Math.pow(factor, (double) step / stepsPerEpoch);
  }
}
