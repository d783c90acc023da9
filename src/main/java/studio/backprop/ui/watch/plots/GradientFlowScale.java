package studio.backprop.ui.watch.plots;

/**
 * Logarithmic colour scale of norms with round limits, so that colours stay while the norms change a little.
 *
 * @param low the norm of the palest colour
 * @param high the norm of the darkest
 */
record GradientFlowScale(double low, double high) {
  /** Neutral element of {@link #and}. */
  static final GradientFlowScale EMPTY = new GradientFlowScale(Double.POSITIVE_INFINITY, 0);

  /** Maximum range: far smaller gradients are not told apart. */
  private static final double MOST_RATIO = 1e6;
  /** Minimum range, so that equal gradients do not look like noise. */
  private static final double LEAST_RATIO = 10;
  private static final double[] ROUND = {1, 2, 5, 10};

  /** Fits {@code count} norms of an array, ignoring values that are not positive numbers. */
  static GradientFlowScale of(double[] norms, int from, int count) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = from; i < from + count; i++) {
      least = norms[i] > 0 ? Math.min(least, norms[i]) : least;
      most = Double.isFinite(norms[i]) ? Math.max(most, norms[i]) : most;
    }
    if (most == 0) {
      return EMPTY;
    }
    double high = roundUp(most);
    return new GradientFlowScale(Math.min(roundDown(Math.max(least, high / MOST_RATIO)), high / LEAST_RATIO), high);
  }

  /** Union of both ranges. */
  GradientFlowScale and(GradientFlowScale other) {
    double most = Math.max(high, other.high);
    return new GradientFlowScale(Math.max(Math.min(low, other.low), most / MOST_RATIO), most);
  }

  boolean isEmpty() {
    return high == 0;
  }

  /** Position of a norm on the scale, 0 to 1; a value that is no positive number is returned unchanged. */
  double shareOf(double norm) {
    return norm > 0 && !isEmpty() ? Math.log(norm / low) / Math.log(high / low) : norm;
  }

  /** To 1, 2 or 5 times a power of ten. */
  static double roundUp(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double digit = ROUND[0];
    for (int i = 1; i < ROUND.length && digit * power < value; i++) {
      digit = ROUND[i];
    }
    return digit * power;
  }

  private static double roundDown(double value) {
    double up = roundUp(value);
    return up <= value ? up : roundUp(value / 2.5);
  }
}
