package studio.backprop.evaluate.attribution;

import java.util.Arrays;

/**
 * Feature attribution of one example, in units of the score. Immutable; arrays are not copied.
 *
 * @param values by input feature, or component of the embedded tokens
 * @param difference score of the example minus that of the baseline, the sum of a complete attribution; NaN for methods without baseline
 * @param steps of the integral's approximation, else 0
 * @param converged whether the completeness gap is within tolerance
 */
public record Attribution(double[] values, double difference, int steps, boolean converged) {

  static Attribution plain(double[] values) {
    return new Attribution(values, Double.NaN, 0, true);
  }

  public double sum() {
    return Arrays.stream(values).sum();
  }

  /** Relative completeness gap |sum − difference| ⁄ |difference|. */
  public double gap() {
    return Math.abs(sum() - difference) / Math.abs(difference);
  }

  /** Largest absolute value. */
  public double largest() {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  /** Sums by group, such as an embedded token or a one-hot column. */
  public double[] grouped(int[] groupOf, int groups) {
    double[] sums = new double[groups];
    for (int i = 0; i < values.length; i++) {
      sums[groupOf[i]] += values[i];
    }
    return sums;
  }
}
