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
 * A slice of the part that is looked at, with its main figure: the accuracy, or of numbers the mean absolute error.
 *
 * @param second the slice of a second column that its examples are in, too; empty where there is no second
 * @param judgement of its examples
 * @param main with its interval
 * @param whole the same figure of all examples
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

  /** Whether the figure of all examples lies outside of this slice's interval. */
  boolean differs() {
    return main.interval().isDefined() && !main.interval().contains(whole);
  }
}
