package studio.backprop.ui.watch.plots;

/**
 * A logarithmic scale of colours from one norm to another, both round numbers, so that the colours stay while the norms move a little.
 *
 * @param low the norm of the palest colour
 * @param high the norm of the darkest
 */
record GradientFlowScale(double low, double high) {
  /** Fits nothing; the same as no scale at all. */
  static final GradientFlowScale EMPTY = new GradientFlowScale(Double.POSITIVE_INFINITY, 0);

  /** Below this share of the largest gradient nothing is told apart. */
  private static final double MOST_RATIO = 1e6;
  /** A scale is at least this long, so that equal gradients do not look like noise. */
  private static final double LEAST_RATIO = 10;
  private static final double[] ROUND = {1, 2, 5, 10};

  /** Fits {@code count} norms of an array; what is not a positive number counts for nothing. */
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

  /** One that reaches over both. */
  GradientFlowScale and(GradientFlowScale other) {
    double most = Math.max(high, other.high);
    return new GradientFlowScale(Math.max(Math.min(low, other.low), most / MOST_RATIO), most);
  }

  boolean isEmpty() {
    return high == 0;
  }

  /** How far along the scale a norm stands: 0 to 1, and as it is where it is no positive number. */
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
