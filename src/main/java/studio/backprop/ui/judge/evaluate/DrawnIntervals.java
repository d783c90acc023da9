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

/** The intervals that need resamples: drawn beside the screen once a judgement has rested for some frames, and stopped by the next one. */
final class DrawnIntervals implements AutoCloseable {
  /** Frames without a change before resamples are drawn. */
  private static final int STILL = 6;

  /** What resamples tell. */
  private record Drawn(List<MetricEstimate> figures, Optional<RocBand> band) {
  }

  private final ReadOnlyObjectWrapper<Optional<RocBand>> band = new ReadOnlyObjectWrapper<>(this, "band", Optional.empty());
  private final EvaluationWorker work;
  /** Those that do not depend on the threshold. */
  private final Map<EvaluationMetric, Interval> lasting = new EnumMap<>(EvaluationMetric.class);
  private ModelEvaluation drawnAt;
  private int still;
  private boolean drawing;

  DrawnIntervals(Pulse pulse) {
    work = new EvaluationWorker(pulse, "metrics-intervals");
  }

  /** The band of the ROC curve; empty until it is drawn. */
  ReadOnlyObjectProperty<Optional<RocBand>> bandProperty() {
    return band.getReadOnlyProperty();
  }

  /** Why they could not be drawn; empty while they could. */
  ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return work.failureProperty();
  }

  /** Whether all are drawn of this judgement, or cannot be. */
  boolean areOf(ModelEvaluation judgement) {
    return judgement != null && drawnAt == judgement;
  }

  /** Other predictions have others. */
  void forget() {
    lasting.clear();
    band.set(Optional.empty());
    drawnAt = null;
    stop();
  }

  /** The judgement is another one: what is drawn just now is not wanted any more. */
  void stop() {
    drawing = false;
    still = 0;
    work.cancel();
  }

  /** What no threshold changes keeps the interval that was drawn for it. */
  MetricEstimate with(MetricEstimate figure) {
    boolean lacks = figure.isDefined() && !figure.interval().isDefined() && lasting.containsKey(figure.metric());
    return lacks ? new MetricEstimate(figure.metric(), figure.value(), lasting.get(figure.metric())) : figure;
  }

  /** In each frame in which resamples may be drawn. @param heard hears the figures with all their intervals */
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

  /** They cannot be drawn: the figures stay with those that need no resamples, and what no threshold changes. */
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
