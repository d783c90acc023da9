package studio.backprop.schedule;

import studio.backprop.setting.Range;

/**
 * Waits and sees: where the loss has not become smaller for some epochs, the rate falls. Smaller means by a ten-thousandth of the best
 * loss at least. A run that goes on is brought to where it was by telling its earlier losses again.
 *
 * @param patience epochs without a better loss before the rate falls
 * @param factor what is left of the rate then
 * @param least the share of the rate that is always left
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
