package studio.backprop.evaluate.metric;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/** The metrics of predicted numbers, in the target's unit. Immutable; arrays are not copied. */
public final class RegressionReport {
  private final double[] truth;
  private final double[] predicted;
  /** True less predicted. */
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

  /** True less predicted, of each example. */
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

  /** The mean of predicted less true: above 0 if the predictions are too high. */
  public double meanError() {
    return -Statistics.mean(residuals);
  }

  public double residualDeviation() {
    return Math.sqrt(Statistics.variance(residuals));
  }

  /** Whether all targets are equal, so that nothing of them can be explained. */
  public boolean isConstant() {
    return Arrays.stream(truth).allMatch(value -> value == truth[0]);
  }

  /** 1 − Σr² ⁄ Σ(y − ȳ)², the coefficient of determination; of a constant target 1 if all predictions are exact, else 0. */
  public double r2() {
    return explained(Statistics.sum(squares(residuals)), Statistics.variance(truth) * truth.length);
  }

  /** 1 − Var r ⁄ Var y: as R², but a constant error costs nothing. */
  public double explainedVariance() {
    return explained(Statistics.variance(residuals), Statistics.variance(truth));
  }

  private static double explained(double left, double all) {
    if (all == 0) {
      return left == 0 ? 1 : 0;
    }
    return 1 - left / all;
  }

  /** The mean of |r| ⁄ |y|; a true value of 0 counts as the machine epsilon. */
  public double meanAbsolutePercentageError() {
    double[] shares = new double[truth.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = absolute[i] / Math.max(Math.abs(truth[i]), Statistics.EPSILON);
    }
    return Statistics.mean(shares);
  }

  /** Pearson's correlation of true and predicted values; NaN if either is constant. */
  public double pearson() {
    return Correlation.pearson(truth, predicted);
  }

  /** A quantile of the residuals, true less predicted. */
  public double residualQuantile(double share) {
    return Statistics.quantile(Statistics.sorted(residuals), share);
  }

  /**
   * Where the sorted residuals, true less predicted, would lie if they were normal with their own mean and deviation: the quantiles at the
   * medians of the order statistics (Filliben 1975), as SciPy's {@code probplot} takes them.
   *
   * @return as many as residuals, in rising order; NaN if all residuals are equal
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
