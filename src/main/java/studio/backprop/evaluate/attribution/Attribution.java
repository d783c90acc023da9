package studio.backprop.evaluate.attribution;

import java.util.Arrays;

/**
 * How much each number of an example adds to a score, in units of the score.
 *
 * @param values one for each number of the input, or of its embedded tokens
 * @param difference the score of the example less that of the baseline, which a complete attribution adds up to; NaN where a method has no
 *     baseline
 * @param steps of an approximated integral, else 0
 * @param converged whether the sum came near enough to the difference
 */
public record Attribution(double[] values, double difference, int steps, boolean converged) {

  static Attribution plain(double[] values) {
    return new Attribution(values, Double.NaN, 0, true);
  }

  public double sum() {
    return Arrays.stream(values).sum();
  }

  /** How far the sum is from the difference, as a share of the difference: |sum − difference| ⁄ |difference|. */
  public double gap() {
    return Math.abs(sum() - difference) / Math.abs(difference);
  }

  /** The largest value without its sign. */
  public double largest() {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  /** The sum over groups of neighbouring numbers, such as those of one embedded token or one one-hot column. */
  public double[] grouped(int[] groupOf, int groups) {
    double[] sums = new double[groups];
    for (int i = 0; i < values.length; i++) {
      sums[groupOf[i]] += values[i];
    }
    return sums;
  }
}
