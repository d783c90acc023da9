package studio.backprop.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.evaluate.metric.Resamples;

/** Evaluation of a network's predictions on one part of the data by all applicable metrics. */
public interface ModelEvaluation {
  /** Number of known targets. */
  int total();

  default TargetKind kind() {
    return TargetKind.SINGLE;
  }

  /** Applicable metrics, in display order. */
  List<EvaluationMetric> metrics();

  /** Values of all {@link #metrics}. @param weights multiplicity of each example; null for 1 each */
  double[] values(int[] weights);

  /** Wilson interval of a metric that is a proportion of independent examples; else undefined. */
  default Interval proportion(EvaluationMetric metric) {
    return Interval.UNDEFINED;
  }

  /** Evaluation of a subset, by example index. */
  ModelEvaluation among(int[] examples);

  /** Estimates without intervals. */
  default List<MetricEstimate> figures() {
    double[] values = values(null);
    List<MetricEstimate> figures = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      figures.add(new MetricEstimate(metrics().get(i), values[i], proportion(metrics().get(i))));
    }
    return figures;
  }

  /** Estimates with intervals: Wilson's for proportions, else bootstrap. */
  default List<MetricEstimate> figures(int resamples, BooleanSupplier stop) {
    List<MetricEstimate> plain = figures();
    Interval[] drawn = Resamples.intervals(total(), plain.size(), resamples, this::values, stop);
    List<MetricEstimate> figures = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      MetricEstimate figure = plain.get(i);
      boolean lacks = figure.isDefined() && !figure.interval().isDefined() && figure.metric().isResampled() && drawn[i].hasWidth();
      figures.add(lacks ? new MetricEstimate(figure.metric(), figure.value(), drawn[i]) : figure);
    }
    return figures;
  }

  static Map<EvaluationMetric, MetricEstimate> byMetric(List<MetricEstimate> figures) {
    Map<EvaluationMetric, MetricEstimate> found = new EnumMap<>(EvaluationMetric.class);
    figures.forEach(figure -> found.put(figure.metric(), figure));
    return found;
  }
}
