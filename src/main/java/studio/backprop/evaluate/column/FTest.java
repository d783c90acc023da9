package studio.backprop.evaluate.column;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Beta;
import studio.backprop.evaluate.metric.Correlation;
import studio.backprop.evaluate.metric.Statistics;

/**
 * Univariate F-test of a column against the target. Immutable.
 *
 * @param f F statistic; NaN for a constant column
 * @param p p-value
 */
public record FTest(double f, double p) {

  /** One-way ANOVA (scikit-learn's {@code f_classif}). */
  public static FTest ofClasses(double[] column, int[] classes) {
    int kinds = Arrays.stream(classes).max().orElse(-1) + 1;
    double mean = Statistics.mean(column);
    double between = 0;
    double within = 0;
    int occurring = 0;
    for (int c = 0; c < kinds; c++) {
      int index = c;
      double[] some = IntStream.range(0, column.length).filter(i -> classes[i] == index).mapToDouble(i -> column[i]).toArray();
      if (some.length > 0) {
        occurring++;
        double own = Statistics.mean(some);
        between += some.length * (own - mean) * (own - mean);
        within += Statistics.variance(some) * some.length;
      }
    }
    return of(between / (occurring - 1), within / (column.length - occurring), occurring - 1, column.length - occurring);
  }

  /** Linear regression: r² ⁄ (1 − r²) · (n − 2) (scikit-learn's {@code f_regression}). */
  public static FTest ofNumbers(double[] column, double[] target) {
    double r = Correlation.pearson(column, target);
    return of(r * r, (1 - r * r) / (column.length - 2), 1, column.length - 2);
  }

  private static FTest of(double above, double below, int degreesAbove, int degreesBelow) {
    double f = above / below;
    if (Double.isNaN(f) || degreesAbove < 1 || degreesBelow < 1) {
      return new FTest(Double.NaN, Double.NaN);
    }
    // upper tail by its own beta function: 1 − cdf would be 0 below 1e-16
    double p = Double.isInfinite(f) ? 0
        : Beta.regularizedBeta(degreesBelow / (degreesBelow + degreesAbove * f), degreesBelow / 2.0, degreesAbove / 2.0);
    return new FTest(f, p);
  }
}
