package studio.backprop.observe;

/** Histogram in bins of equal width over the range of the finite numbers. */
public final class Histogram {
  public static final int BINS = 64;

  /** Sample size; larger arrays are sampled evenly. */
  private static final int MAX_NUMBERS = 1 << 17;

  private final float least;
  private final float most;
  private final int[] counts = new int[BINS];
  private final int total;

  private Histogram(float[] values) {
    int step = values.length / MAX_NUMBERS + 1;
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i += step) {
      if (Float.isFinite(values[i])) {
        low = Math.min(low, values[i]);
        high = Math.max(high, values[i]);
      }
    }
    double unit = high > low ? (BINS - 1e-3) / ((double) high - low) : 0;
    int counted = 0;
    for (int i = 0; i < values.length; i += step) {
      if (Float.isFinite(values[i])) {
        counts[(int) (((double) values[i] - low) * unit)]++;
        counted++;
      }
    }
    least = counted == 0 ? 0 : low;
    most = counted == 0 ? 0 : high;
    total = counted;
  }

  static Histogram of(float[] values) {
    return new Histogram(values);
  }

  public float least() {
    return least;
  }

  public float most() {
    return most;
  }

  /** Numbers counted. */
  public int total() {
    return total;
  }

  public int count(int bin) {
    return counts[bin];
  }

  /** Lower edge of a bin; of bin {@link #BINS} the maximum. */
  public double edge(int bin) {
    return least + (double) (most - least) * bin / BINS;
  }

  /** Quantile, exact to one bin. */
  public double quantile(double share) {
    long below = 0;
    for (int bin = 0; bin < BINS; bin++) {
      below += counts[bin];
      if (below > share * total) {
        return share < 0.5 ? edge(bin) : edge(bin + 1);
      }
    }
    return most;
  }
}
