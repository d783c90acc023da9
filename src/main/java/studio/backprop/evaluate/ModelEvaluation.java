package studio.backprop.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.evaluate.metric.Resamples;

/** How well a network does on one part of the data: every metric that applies, from its predictions alone. */
public interface ModelEvaluation {
  /** How many known targets are judged. */
  int total();

  /** What the targets are. */
  default TargetKind kind() {
    return TargetKind.SINGLE;
  }

  /** The metrics that apply, in the order in which they are shown. */
  List<EvaluationMetric> metrics();

  /**
   * All metrics of the examples, each counted so many times, in the order of {@link #metrics}.
   *
   * @param weights as many as there are targets; null for each once
   */
  double[] values(int[] weights);

  /** The interval of a metric that is a proportion of independent examples; undefined for any other. */
  default Interval proportion(EvaluationMetric metric) {
    return Interval.UNDEFINED;
  }

  /** The same judgement of some of the examples only, by their number. */
  ModelEvaluation among(int[] examples);

  /** The figures without their intervals, as fast as they come. */
  default List<MetricEstimate> figures() {
    double[] values = values(null);
    List<MetricEstimate> figures = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      figures.add(new MetricEstimate(metrics().get(i), values[i], proportion(metrics().get(i))));
    }
    return figures;
  }

  /** The figures with their intervals: proportions by Wilson's, all others by resamples. */
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

  /** The figures by their metric. */
  static Map<EvaluationMetric, MetricEstimate> byMetric(List<MetricEstimate> figures) {
    Map<EvaluationMetric, MetricEstimate> found = new EnumMap<>(EvaluationMetric.class);
    figures.forEach(figure -> found.put(figure.metric(), figure));
    return found;
  }
}
