package studio.backprop.evaluate.embed;

import java.util.stream.IntStream;
import studio.backprop.evaluate.metric.Statistics;

/** Joint probabilities of t-SNE in the high-dimensional space (van der Maaten & Hinton 2008). */
public final class Affinities {
  private static final int STEPS = 100;
  /** Tolerance of each row's entropy. */
  private static final double PRECISION = 1e-5;
  private static final double SMALLEST_SUM = 1e-8;
  /** Points between two calls of {@code rest}. */
  private static final int TOGETHER = 32;

  private Affinities() {
  }

  /**
   * Joint probabilities [i · n + j]: symmetric, zero diagonal, sum 1.
   *
   * @param points [point][column]
   * @param perplexity above 1 and below the number of points
   */
  public static float[] of(double[][] points, double perplexity) {
    return of(points, perplexity, () -> {});
  }

  /** @param rest called every few points; may block, or throw to abort */
  public static float[] of(double[][] points, double perplexity, Runnable rest) {
    int n = points.length;
    double entropy = Math.log(perplexity);
    double[][] conditional = new double[n][];
    for (int from = 0; from < n; from += TOGETHER) {
      rest.run();
      IntStream.range(from, Math.min(n, from + TOGETHER)).parallel().forEach(i -> conditional[i] = row(points, i, entropy));
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        conditional[i][j] += conditional[j][i];
        conditional[j][i] = conditional[i][j];
        sum += 2 * conditional[i][j];
      }
    }
    sum = Math.max(sum, Statistics.EPSILON);
    float[] joint = new float[Math.multiplyExact(n, n)];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        joint[i * n + j] = i == j ? 0 : (float) Math.max(conditional[i][j] / sum, Statistics.EPSILON);
      }
    }
    return joint;
  }

  /** Conditional probabilities of the neighbours of point {@code i}; bandwidth by bisection. */
  private static double[] row(double[][] points, int i, double entropy) {
    float[] distances = new float[points.length];
    for (int j = 0; j < distances.length; j++) {
      double sum = 0;
      for (int c = 0; c < points[i].length; c++) {
        sum += (points[i][c] - points[j][c]) * (points[i][c] - points[j][c]);
      }
      distances[j] = (float) sum;
    }
    double[] row = new double[distances.length];
    double beta = 1;
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS; step++) {
      double gap = fill(row, distances, i, beta) - entropy;
      if (Math.abs(gap) <= PRECISION) {
        break;
      }
      if (gap > 0) {
        low = beta;
        beta = Double.isInfinite(high) ? beta * 2 : (beta + high) / 2;
      } else {
        high = beta;
        beta = Double.isInfinite(low) ? beta / 2 : (beta + low) / 2;
      }
    }
    return row;
  }

  /** Fills the probabilities for a precision β. @return their entropy */
  private static double fill(double[] row, float[] distances, int i, double beta) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      row[j] = j == i ? 0 : Math.exp(-distances[j] * beta);
      sum += row[j];
    }
    sum = sum == 0 ? SMALLEST_SUM : sum;
    double mean = 0;
    for (int j = 0; j < row.length; j++) {
      row[j] /= sum;
      mean += distances[j] * row[j];
    }
    return Math.log(sum) + beta * mean;
  }
}
