package studio.backprop.schedule;

import studio.backprop.setting.Range;

/**
 * Step decay: multiplies the rate every few epochs.
 *
 * @param every epochs per step
 */
public record StepDecay(@Range(min = 1, max = 10_000) int every, @Range(min = 1e-6, max = 1) double factor) implements Schedule {
  public static final StepDecay STANDARD = new StepDecay(10, 0.5);

  @Override
  public Factor start(int stepsPerEpoch, int epochs) {
    return step -> Math.pow(factor, (double) (step / stepsPerEpoch / every));
  }
}
