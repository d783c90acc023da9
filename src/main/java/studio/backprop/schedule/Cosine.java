package studio.backprop.schedule;

import studio.backprop.setting.Range;

/**
 * Cosine annealing over all epochs: end + (1 − end) · ½(1 + cos(π · step / steps)). Loshchilov and Hutter 2017.
 *
 * @param end final share of the rate
 */
public record Cosine(@Range(min = 0, max = 1) double end) implements Schedule {
  public static final Cosine STANDARD = new Cosine(0);

  @Override
  public Factor start(int stepsPerEpoch, int epochs) {
    double steps = (double) stepsPerEpoch * epochs;
    return step -> end + (1 - end) * halfWave(step / steps);
  }

  /** From 1 at 0 to 0 at 1 and beyond. */
  static double halfWave(double progress) {
    return 0.5 * (1 + Math.cos(Math.PI * Math.min(progress, 1)));
  }
}
