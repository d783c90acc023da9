package studio.backprop.schedule;

import studio.backprop.setting.Range;

/**
 * Reduces the rate when the loss has not improved by a relative 10⁻⁴ for some epochs. Restored in a resumed run by replaying its losses.
 *
 * @param patience epochs without improvement
 * @param factor of a reduction
 * @param least minimum share of the rate
 */
public record ReduceOnPlateau(
    @Range(min = 1, max = 10_000) int patience, @Range(min = 1e-6, max = 1) double factor, @Range(min = 0, max = 1) double least)
    implements Schedule {

  public static final ReduceOnPlateau STANDARD = new ReduceOnPlateau(5, 0.5, 0.001);
  private static final double BETTER = 1e-4;

  @Override
  public Factor start(int stepsPerEpoch, int epochs) {
    return new Factor() {
      private double now = 1;
      private double best = Double.MAX_VALUE;
      private int waited;

      @Override
      public double at(long step) {
        return now;
      }

      @Override
      public void epochEnded(double loss) {
        if (loss < best - BETTER * Math.abs(best)) {
          best = loss;
          waited = 0;
        } else if (++waited >= patience) {
          now = Math.max(least, now * factor);
          waited = 0;
        }
      }
    };
  }
}
