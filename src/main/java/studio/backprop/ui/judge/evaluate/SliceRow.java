package studio.backprop.ui.judge.evaluate;

import java.util.List;
import java.util.Optional;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.DataSlice;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.RegressionEvaluation;

/**
 * Slice of the evaluated part with its main figure: accuracy, or for regression the mean absolute error.
 *
 * @param second intersecting slice of a second column; empty for none
 * @param judgement of its examples
 * @param main with its interval
 * @param whole the same figure over all examples
 */
record SliceRow(DataSlice slice, Optional<DataSlice> second, ModelEvaluation judgement, MetricEstimate main, double whole) {
  static EvaluationMetric mainOf(ModelEvaluation judgement) {
    return judgement instanceof RegressionEvaluation ? EvaluationMetric.MAE : EvaluationMetric.ACCURACY;
  }

  /** @param figures of the judgement */
  static SliceRow of(DataSlice slice, Optional<DataSlice> second, ModelEvaluation judgement, List<MetricEstimate> figures, double whole) {
    return new SliceRow(slice, second, judgement, main(judgement, figures), whole);
  }

  static MetricEstimate main(ModelEvaluation judgement, List<MetricEstimate> figures) {
    return ModelEvaluation.byMetric(figures).get(mainOf(judgement));
  }

  /** The same slice at another threshold. */
  SliceRow at(double threshold, double all) {
    return judgement instanceof BinaryEvaluation two ? of(slice, second, two.at(threshold), two.at(threshold).figures(), all) : this;
  }

  /** Whether the figure over all examples lies outside this slice's interval. */
  boolean differs() {
    return main.interval().isDefined() && !main.interval().contains(whole);
  }
}
