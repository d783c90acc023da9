package studio.backprop.evaluate.metric;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Sums, means and quantiles of arrays, as NumPy computes them. */
public final class Statistics {
  /** Machine epsilon. */
  public static final double EPSILON = Math.ulp(1.0);

  private static final int BLOCK = 128;
  private static final int ACCUMULATORS = 8;

  private Statistics() {
  }

  /** Pairwise summation (Higham 1993, "The accuracy of floating point summation"). */
  public static double sum(double[] values) {
    return sum(values, 0, values.length);
  }

  private static double sum(double[] values, int from, int count) {
    if (count < ACCUMULATORS) {
      double sum = 0;
      for (int i = from; i < from + count; i++) {
        sum += values[i];
      }
      return sum;
    }
    if (count <= BLOCK) {
      return sumOfBlock(values, from, count);
    }
    int half = count / 2;
    half -= half % ACCUMULATORS;
    return sum(values, from, half) + sum(values, from + half, count - half);
  }

  private static double sumOfBlock(double[] values, int from, int count) {
    double[] r = new double[ACCUMULATORS];
    int whole = count - count % ACCUMULATORS;
    for (int i = 0; i < whole; i += ACCUMULATORS) {
      for (int j = 0; j < ACCUMULATORS; j++) {
        r[j] += values[from + i + j];
      }
    }
    double sum = r[0] + r[1] + (r[2] + r[3]) + (r[4] + r[5] + (r[6] + r[7]));
    for (int i = whole; i < count; i++) {
      sum += values[from + i];
    }
    return sum;
  }

  /** NaN of no values. */
  public static double mean(double[] values) {
    return values.length == 0 ? Double.NaN : sum(values) / values.length;
  }

  /** Population variance (n). */
  public static double variance(double[] values) {
    double mean = mean(values);
    double[] squares = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      squares[i] = (values[i] - mean) * (values[i] - mean);
    }
    return mean(squares);
  }

  /** Sample variance (n − 1); NaN of fewer than two values. */
  public static double sampleVariance(double[] values) {
    return values.length < 2 ? Double.NaN : variance(values) * values.length / (values.length - 1.0);
  }

  /**
   * Quantile with linear interpolation.
   *
   * @param sorted ascending, at least one
   * @param share from 0 to 1
   */
  public static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    if (below >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    double part = place - below;
    double step = sorted[below + 1] - sorted[below];
    return part >= 0.5 ? sorted[below + 1] - step * (1 - part) : sorted[below] + step * part;
  }

  /** Stable argsort, descending. */
  public static int[] descending(double[] values) {
    return IntStream.range(0, values.length).boxed().sorted((a, b) -> Double.compare(values[b], values[a]))
        .mapToInt(Integer::intValue).toArray();
  }

  public static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
