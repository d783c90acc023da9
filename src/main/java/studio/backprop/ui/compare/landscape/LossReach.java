package studio.backprop.ui.compare.landscape;

import java.util.List;

/**
 * Loss range of a logarithmic colour scale.
 *
 * @param low above 0; losses below are clamped
 * @param high losses above are clamped
 */
record LossReach(double low, double high) {
  /** Minimum of the range as a share of its maximum. */
  private static final double DEPTH = 1e-5;
  /** Maxima that differ by a larger factor, as after divergence, are not put on a common scale. */
  private static final double MAX_APART = 1000;

  /** Of all finite losses of a map. */
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

  /** Common range of several maps, so that colours are comparable. @param all at least one */
  static LossReach common(List<LossReach> all) {
    double least = all.stream().mapToDouble(LossReach::high).min().orElseThrow();
    double most = all.stream().mapToDouble(LossReach::high).max().orElseThrow();
    return of(all.stream().mapToDouble(LossReach::low).min().orElseThrow(), Math.min(most, MAX_APART * least));
  }

  /** Position in the range, 0 to 1; 1 for NaN. */
  double share(double loss) {
    double from = Math.log(low);
    return share(loss, from, Math.log(high) - from);
  }

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
