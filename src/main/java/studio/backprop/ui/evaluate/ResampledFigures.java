package studio.backprop.ui.evaluate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.evaluate.BinaryJudgement;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.Figure;
import studio.backprop.evaluate.Judgement;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.evaluate.metric.RocBand;
import studio.backprop.ui.evaluate.word.MetricWords;
import studio.backprop.ui.kit.Pulse;

/**
 * The figures of a judgement with their intervals. Those that are a formula are there at once; the others, and the band of the ROC curve,
 * are drawn by resamples beside the screen once the threshold rests.
 */
final class ResampledFigures implements AutoCloseable {
  /** Frames without a change before resamples are drawn. */
  private static final int STILL = 6;

  private final ReadOnlyObjectWrapper<List<Figure>> figures = new ReadOnlyObjectWrapper<>(this, "figures", List.of());
  private final ReadOnlyObjectWrapper<Optional<RocBand>> band = new ReadOnlyObjectWrapper<>(this, "band", Optional.empty());
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper(this, "complete");
  private final SideWork work;
  private final Runnable completed;
  /** Intervals that do not depend on the threshold. */
  private final Map<EvaluationMetric, Interval> drawn = new EnumMap<>(EvaluationMetric.class);
  private Optional<Judgement> judged = Optional.empty();
  private int still;
  private boolean drawing;

  /** What resamples tell. */
  private record Drawn(List<Figure> figures, Optional<RocBand> band) {
  }

  /** @param completed hears that all intervals are known */
  ResampledFigures(Pulse pulse, Runnable completed) {
    this.work = new SideWork(pulse, "metrics-intervals");
    this.completed = completed;
  }

  ReadOnlyObjectProperty<List<Figure>> figuresProperty() {
    return figures.getReadOnlyProperty();
  }

  /** Of two classes where 95 % of resamples have the ROC curve; empty until they are drawn. */
  ReadOnlyObjectProperty<Optional<RocBand>> bandProperty() {
    return band.getReadOnlyProperty();
  }

  /** Whether the figures have all intervals that they can have. */
  ReadOnlyBooleanProperty completeProperty() {
    return complete.getReadOnlyProperty();
  }

  /** Nothing is judged any more. */
  void forget() {
    begin();
    judged = Optional.empty();
    figures.set(List.of());
    stop();
  }

  /** Other predictions: no interval is known. */
  void begin() {
    complete.set(false);
    drawn.clear();
    band.set(Optional.empty());
  }

  private void stop() {
    work.cancel();
    drawing = false;
    still = 0;
  }

  /** The same predictions or others, at a threshold. */
  void show(Judgement now) {
    judged = Optional.of(now);
    complete.set(false);
    figures.set(now.figures().stream().map(this::withInterval).toList());
    stop();
  }

  /** What no threshold changes keeps the interval that was drawn for it. */
  private Figure withInterval(Figure figure) {
    boolean lacks = figure.isDefined() && !figure.interval().isDefined() && drawn.containsKey(figure.metric());
    return lacks ? new Figure(figure.metric(), figure.value(), drawn.get(figure.metric())) : figure;
  }

  /** In each frame. @param may whether there is time for resamples */
  void look(boolean may) {
    still++;
    if (still >= STILL && !drawing && may && judged.isPresent() && !complete.get()) {
      Judgement at = judged.get();
      boolean lacksBand = band.get().isEmpty();
      drawing = true;
      work.ask(stop -> new Drawn(at.figures(Interval.RESAMPLES, stop),
          lacksBand && at instanceof BinaryJudgement two ? two.rocBand(Interval.RESAMPLES, stop) : Optional.empty()), this::take);
    }
  }

  private void take(Drawn now) {
    drawing = false;
    now.band.ifPresent(known -> band.set(Optional.of(known)));
    for (Figure figure : now.figures) {
      if (!MetricWords.dependsOnThreshold(figure.metric())) {
        drawn.put(figure.metric(), figure.interval());
      }
    }
    figures.set(now.figures);
    complete.set(true);
    completed.run();
  }

  @Override
  public void close() {
    work.close();
  }
}
