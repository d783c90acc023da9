package studio.backprop.ui.judge.evaluate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.evaluate.metric.RocBand;
import studio.backprop.text.Message;
import studio.backprop.ui.judge.evaluate.word.MetricsTexts;
import studio.backprop.ui.kit.Pulse;

/**
 * Bootstrap confidence intervals, computed in the background once an evaluation has been unchanged for some frames; cancelled by the next
 * one.
 */
final class DrawnIntervals implements AutoCloseable {
  /** Frames without a change before the bootstrap starts. */
  private static final int STILL = 6;

  /** Result of the bootstrap. */
  private record Drawn(List<MetricEstimate> figures, Optional<RocBand> band) {
  }

  private final ReadOnlyObjectWrapper<Optional<RocBand>> band = new ReadOnlyObjectWrapper<>(this, "band", Optional.empty());
  private final EvaluationWorker work;
  /** Intervals that do not depend on the threshold. */
  private final Map<EvaluationMetric, Interval> lasting = new EnumMap<>(EvaluationMetric.class);
  private ModelEvaluation drawnAt;
  private int still;
  private boolean drawing;

  DrawnIntervals(Pulse pulse) {
    work = new EvaluationWorker(pulse, "metrics-intervals");
  }

  /** Band of the ROC curve; empty until computed. */
  ReadOnlyObjectProperty<Optional<RocBand>> bandProperty() {
    return band.getReadOnlyProperty();
  }

  /** Error of the last computation; empty without one. */
  ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return work.failureProperty();
  }

  /** Whether all intervals of this evaluation are computed, or cannot be. */
  boolean areOf(ModelEvaluation judgement) {
    return judgement != null && drawnAt == judgement;
  }

  /** Discards all intervals, for other predictions. */
  void forget() {
    lasting.clear();
    band.set(Optional.empty());
    drawnAt = null;
    stop();
  }

  /** Cancels the computation for an outdated evaluation. */
  void stop() {
    drawing = false;
    still = 0;
    work.cancel();
  }

  /** Adds the interval of a figure that does not depend on the threshold. */
  MetricEstimate with(MetricEstimate figure) {
    boolean lacks = figure.isDefined() && !figure.interval().isDefined() && lasting.containsKey(figure.metric());
    return lacks ? new MetricEstimate(figure.metric(), figure.value(), lasting.get(figure.metric())) : figure;
  }

  /** Called in each frame. @param may whether the bootstrap may run now @param heard receives the figures with all their intervals */
  void look(ModelEvaluation at, boolean may, Consumer<List<MetricEstimate>> heard) {
    still++;
    if (still >= STILL && !drawing && may && at != null && !areOf(at)) {
      drawing = true;
      boolean lacksBand = band.get().isEmpty();
      work.ask(stop -> {
        List<MetricEstimate> all = at.figures(Interval.RESAMPLES, stop);
        return new Drawn(all, lacksBand && at instanceof BinaryEvaluation two ? two.rocBand(Interval.RESAMPLES, stop) : Optional.empty());
      }, all -> take(at, all, heard), () -> doWithout(at, heard));
    }
  }

  private void take(ModelEvaluation at, Drawn resampled, Consumer<List<MetricEstimate>> heard) {
    resampled.band.ifPresent(known -> band.set(Optional.of(known)));
    drawnAt = at;
    drawing = false;
    for (MetricEstimate figure : resampled.figures) {
      if (!MetricsTexts.dependsOnThreshold(figure.metric())) {
        lasting.put(figure.metric(), figure.interval());
      }
    }
    heard.accept(resampled.figures);
  }

  /** Without a bootstrap: keeps analytic intervals and those that do not depend on the threshold. */
  private void doWithout(ModelEvaluation at, Consumer<List<MetricEstimate>> heard) {
    drawnAt = at;
    drawing = false;
    heard.accept(at.figures().stream().map(this::with).toList());
  }

  @Override
  public void close() {
    work.close();
  }
}
