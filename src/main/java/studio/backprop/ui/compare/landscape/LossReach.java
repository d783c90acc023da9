package studio.backprop.ui.compare.landscape;

import java.util.List;

/**
 * From which loss to which the colours of a map reach, by the logarithm.
 *
 * @param low above 0: the loss that has the lowest colour, as all below it
 * @param high the loss that has the highest colour, as all above it
 */
record LossReach(double low, double high) {
  /** Lower losses than this share of the highest have the colour of the lowest. */
  private static final double DEPTH = 1e-5;
  /** Highest losses that differ more than so many times, as where a lane has diverged, would leave the other maps in one colour. */
  private static final double MOST_APART = 1000;

  /** Over all finite losses of a map. */
  static LossReach of(float[] losses) {
    double high = Double.MIN_NORMAL;
    for (float loss : losses) {
      high = Float.isFinite(loss) ? Math.max(high, loss) : high;
    }
    double low = high;
    for (float loss : losses) {
      low = Float.isFinite(loss) ? Math.min(low, loss) : low;
    }
    return of(low, high);
  }

  private static LossReach of(double least, double high) {
    double low = Math.max(least, high * DEPTH);
    return new LossReach(low < high ? low : high / 2, high);
  }

  /** One for several maps, so that a colour means the same loss on each. @param all at least one */
  static LossReach common(List<LossReach> all) {
    double least = all.stream().mapToDouble(LossReach::high).min().orElseThrow();
    double most = all.stream().mapToDouble(LossReach::high).max().orElseThrow();
    return of(all.stream().mapToDouble(LossReach::low).min().orElseThrow(), Math.min(most, MOST_APART * least));
  }

  /** How high a loss lies between the lowest colour, 0, and the highest, 1. What is no number is the highest. */
  double share(double loss) {
    double from = Math.log(low);
    return share(loss, from, Math.log(high) - from);
  }

  /** The same of many losses. */
  float[] shares(float[] losses) {
    double from = Math.log(low);
    double span = Math.log(high) - from;
    float[] shares = new float[losses.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) share(losses[i], from, span);
    }
    return shares;
  }

  private static double share(double loss, double from, double span) {
    return Double.isFinite(loss) ? Math.max(0, Math.min(1, (Math.log(Math.max(loss, Double.MIN_NORMAL)) - from) / span)) : 1;
  }
}
