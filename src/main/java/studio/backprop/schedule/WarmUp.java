package studio.backprop.schedule;

import studio.backprop.setting.Range;

/**
 * Linear warm-up, then another schedule. Goyal et al. 2017.
 *
 * @param steps until the full rate is reached
 * @param then schedule from there to the last epoch
 */
public record WarmUp(@Range(min = 1, max = 1_000_000) int steps, Then then) implements Schedule {
  public enum Then {
    STAY,
    COSINE
  }

  public static final WarmUp STANDARD = new WarmUp(100, Then.STAY);

  @Override
  public Factor start(int stepsPerEpoch, int epochs) {
    double rest = Math.max(1, (double) stepsPerEpoch * epochs - steps);
    return step -> step < steps ? (step + 1.0) / steps : then == Then.STAY ? 1 : Cosine.halfWave((step - steps) / rest);
  }
}
