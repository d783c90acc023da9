package studio.backprop.evaluate;

import static studio.backprop.evaluate.EvaluationMetric.EXPLAINED_VARIANCE;
import static studio.backprop.evaluate.EvaluationMetric.MAE;
import static studio.backprop.evaluate.EvaluationMetric.MAPE;
import static studio.backprop.evaluate.EvaluationMetric.MAX_ERROR;
import static studio.backprop.evaluate.EvaluationMetric.MEAN_ERROR;
import static studio.backprop.evaluate.EvaluationMetric.MEDIAN_ABSOLUTE_ERROR;
import static studio.backprop.evaluate.EvaluationMetric.MSE;
import static studio.backprop.evaluate.EvaluationMetric.R2;
import static studio.backprop.evaluate.EvaluationMetric.RMSE;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.evaluate.metric.RegressionReport;

/** Evaluation of regression, in the target's unit. Immutable. */
public final class RegressionEvaluation implements ModelEvaluation {
  private static final List<EvaluationMetric> METRICS =
      List.of(MAE, RMSE, R2, MEDIAN_ABSOLUTE_ERROR, MAX_ERROR, MEAN_ERROR, MAPE, EXPLAINED_VARIANCE, MSE);

  private final double[] truth;
  private final double[] predicted;
  private final RegressionReport report;

  public RegressionEvaluation(double[] truth, double[] predicted) {
    this.truth = truth;
    this.predicted = predicted;
    this.report = new RegressionReport(truth, predicted);
  }

  public RegressionReport report() {
    return report;
  }

  @Override
  public RegressionEvaluation among(int[] examples) {
    return new RegressionEvaluation(IntStream.of(examples).mapToDouble(i -> truth[i]).toArray(),
        IntStream.of(examples).mapToDouble(i -> predicted[i]).toArray());
  }

  public double truth(int index) {
    return truth[index];
  }

  public double predicted(int index) {
    return predicted[index];
  }

  @Override
  public int total() {
    return truth.length;
  }

  @Override
  public List<EvaluationMetric> metrics() {
    return METRICS;
  }

  @Override
  public double[] values(int[] weights) {
    RegressionReport of = weights == null ? report : drawn(weights);
    // R² of a constant resample is undefined; its 0 would distort the interval
    boolean constant = weights != null && of.isConstant();
    return new double[] {of.mae(), of.rmse(), constant ? Double.NaN : of.r2(), of.medianAbsoluteError(), of.maxError(), of.meanError(),
        of.meanAbsolutePercentageError(), constant ? Double.NaN : of.explainedVariance(), of.mse()};
  }

  private RegressionReport drawn(int[] weights) {
    int[] rows = IntStream.range(0, weights.length).flatMap(i -> IntStream.generate(() -> i).limit(weights[i])).toArray();
    return new RegressionReport(IntStream.of(rows).mapToDouble(row -> truth[row]).toArray(),
        IntStream.of(rows).mapToDouble(row -> predicted[row]).toArray());
  }
}
