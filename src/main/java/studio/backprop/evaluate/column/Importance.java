package studio.backprop.evaluate.column;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import studio.backprop.evaluate.metric.Statistics;

/**
 * Permutation importance (Breiman 2001): what a score loses when the values of some columns are shuffled among the rows.
 *
 * @param baseline the score of the rows as they are
 * @param losses of each repeat: baseline less the score with the columns shuffled
 */
public record Importance(double baseline, double[] losses) {

  /**
   * Shuffles columns together, so that correlated ones cannot stand in for each other.
   *
   * @param rows [row][column]; put back afterwards
   * @param columns that are shuffled, by one permutation
   * @param score of rows, larger is better
   * @param stop asked before each repeat; if it says so, the repeats so far are the answer
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

  /** What the score loses on average. */
  public double mean() {
    return Statistics.mean(losses);
  }

  /** How much the repeats differ: their deviation. */
  public double deviation() {
    return Math.sqrt(Statistics.variance(losses));
  }
}
