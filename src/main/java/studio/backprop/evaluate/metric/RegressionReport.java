package studio.backprop.evaluate.metric;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Regression metrics, in the target's unit. Immutable; arrays are not copied. */
public final class RegressionReport {
  private final double[] truth;
  private final double[] predicted;
  /** True − predicted. */
  private final double[] residuals;
  private final double[] absolute;

  public RegressionReport(double[] truth, double[] predicted) {
    if (truth.length != predicted.length) {
      throw new IllegalArgumentException(truth.length + " targets, but " + predicted.length + " predictions");
    }
    this.truth = truth;
    this.predicted = predicted;
    this.residuals = IntStream.range(0, truth.length).mapToDouble(i -> truth[i] - predicted[i]).toArray();
    this.absolute = IntStream.range(0, truth.length).mapToDouble(i -> Math.abs(residuals[i])).toArray();
  }

  public int total() {
    return truth.length;
  }

  /** y − ŷ of each example. */
  public double[] residuals() {
    return residuals.clone();
  }

  public double mae() {
    return Statistics.mean(absolute);
  }

  public double mse() {
    return Statistics.mean(squares(residuals));
  }

  public double rmse() {
    return Math.sqrt(mse());
  }

  public double medianAbsoluteError() {
    return Statistics.quantile(Statistics.sorted(absolute), 0.5);
  }

  public double maxError() {
    return IntStream.range(0, absolute.length).mapToDouble(i -> absolute[i]).max().orElse(Double.NaN);
  }

  /** Mean of ŷ − y (bias). */
  public double meanError() {
    return -Statistics.mean(residuals);
  }

  public double residualDeviation() {
    return Math.sqrt(Statistics.variance(residuals));
  }

  /** Whether all targets are equal. */
  public boolean isConstant() {
    return Arrays.stream(truth).allMatch(value -> value == truth[0]);
  }

  /** 1 − Σr² ⁄ Σ(y − ȳ)²; of a constant target 1 if all predictions are exact, else 0. */
  public double r2() {
    return explained(Statistics.sum(squares(residuals)), Statistics.variance(truth) * truth.length);
  }

  /** 1 − Var r ⁄ Var y. */
  public double explainedVariance() {
    return explained(Statistics.variance(residuals), Statistics.variance(truth));
  }

  private static double explained(double left, double all) {
    if (all == 0) {
      return left == 0 ? 1 : 0;
    }
    return 1 - left / all;
  }

  /** Mean of |r| ⁄ max(|y|, ε). */
  public double meanAbsolutePercentageError() {
    double[] shares = new double[truth.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = absolute[i] / Math.max(Math.abs(truth[i]), Statistics.EPSILON);
    }
    return Statistics.mean(shares);
  }

  /** NaN if either is constant. */
  public double pearson() {
    return Correlation.pearson(truth, predicted);
  }

  public double residualQuantile(double share) {
    return Statistics.quantile(Statistics.sorted(residuals), share);
  }

  /**
   * Theoretical quantiles of a normal Q-Q plot of the residuals, with their mean and deviation (Filliben 1975, as in SciPy's {@code
   * probplot}).
   *
   * @return by ascending residual; NaN if all are equal
   */
  public double[] normalQuantiles() {
    int n = residuals.length;
    double deviation = residualDeviation();
    double[] quantiles = new double[n];
    if (!(deviation > 0)) {
      Arrays.fill(quantiles, Double.NaN);
      return quantiles;
    }
    NormalDistribution normal = new NormalDistribution(-meanError(), deviation);
    for (int i = 0; i < n; i++) {
      double last = Math.pow(0.5, 1.0 / n);
      double share = i == 0 ? 1 - last : i == n - 1 ? last : (i + 1 - 0.3175) / (n + 0.365);
      quantiles[i] = normal.inverseCumulativeProbability(share);
    }
    return quantiles;
  }

  private static double[] squares(double[] values) {
    double[] squares = new double[values.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = values[i] * values[i];
    }
    return squares;
  }
}
