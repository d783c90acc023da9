package studio.backprop.evaluate.column;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import studio.backprop.evaluate.metric.Statistics;

/**
 * Permutation importance (Breiman 2001): drop of a score when columns are permuted. Immutable; arrays are not copied.
 *
 * @param baseline score without permutation
 * @param losses baseline minus permuted score, by repeat
 */
public record Importance(double baseline, double[] losses) {

  /**
   * Permutes columns jointly, so that correlated ones cannot substitute each other.
   *
   * @param rows [row][column]; restored afterwards
   * @param score higher is better
   * @param stop checked before each repeat; completed repeats are returned
   */
  public static Importance of(
      double[][] rows, int[] columns, int repeats, long seed, ToDoubleFunction<double[][]> score, BooleanSupplier stop) {
    double baseline = score.applyAsDouble(rows);
    double[][] shuffled = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[rows.length];
    double[] losses = new double[repeats];
    int done = 0;
    while (done < repeats && !stop.getAsBoolean()) {
      permute(order, random);
      for (int i = 0; i < rows.length; i++) {
        for (int column : columns) {
          shuffled[i][column] = rows[order[i]][column];
        }
      }
      losses[done++] = baseline - score.applyAsDouble(shuffled);
    }
    return new Importance(baseline, Arrays.copyOf(losses, done));
  }

  private static void permute(int[] order, SplittableRandom random) {
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }

  public double mean() {
    return Statistics.mean(losses);
  }

  /** Standard deviation over the repeats. */
  public double deviation() {
    return Math.sqrt(Statistics.variance(losses));
  }
}
