package studio.backprop.ui.judge.evaluate;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.MulticlassEvaluation;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;

/** One of several classes against the rest, at a threshold of its own: how well its score alone tells it. Nothing is predicted at it. */
final class OneVsRestModel implements ScoreThreshold, AutoCloseable {
  private final ObjectProperty<Integer> index = new SimpleObjectProperty<>(this, "index", 0);
  private final DoubleProperty value = new SimpleDoubleProperty(this, "value", 0.5);
  private final ReadOnlyObjectWrapper<Optional<BinaryEvaluation>> judged = new ReadOnlyObjectWrapper<>(this, "judged", Optional.empty());
  private final EvaluationWorker work;
  private Optional<MulticlassEvaluation> shown = Optional.empty();
  private double cut = 0.5;

  OneVsRestModel(Pulse pulse) {
    work = new EvaluationWorker(pulse, "metrics-rest");
    index.subscribe((before, now) -> judge());
    value.subscribe((before, now) -> judged.set(judged.get().map(rest -> rest.at(now.doubleValue()))));
  }

  /** The class. */
  ObjectProperty<Integer> indexProperty() {
    return index;
  }

  /** It against the rest at the threshold; empty while that is not known, and where there are two classes or none. */
  ReadOnlyObjectProperty<Optional<BinaryEvaluation>> judgedProperty() {
    return judged.getReadOnlyProperty();
  }

  @Override
  public DoubleProperty valueProperty() {
    return value;
  }

  /** Why that could not be computed; empty while it could. */
  ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return work.failureProperty();
  }

  /** Another evaluation. */
  void show(Evaluation now) {
    Optional<MulticlassEvaluation> before = shown;
    shown = now.judgement() instanceof MulticlassEvaluation several ? Optional.of(several) : Optional.empty();
    int classes = shown.map(several -> several.ranking().classes()).orElse(0);
    if (before.map(several -> several.ranking().classes()).orElse(0) != classes) {
      cut = now.cut();
      value.set(cut);
      index.set(0);
    }
    judge();
  }

  void forget() {
    shown = Optional.empty();
    work.cancel();
    judged.set(Optional.empty());
  }

  private void judge() {
    if (shown.isEmpty()) {
      forget();
      return;
    }
    MulticlassEvaluation several = shown.get();
    int chosen = Math.min(index.get(), several.ranking().classes() - 1);
    work.ask(stop -> several.against(chosen, 0), rest -> judged.set(Optional.of(rest.at(value.get()))),
        () -> judged.set(Optional.empty())); // what was judged before is of another class, or of other weights
  }

  @Override
  public double low() {
    return judged.get().filter(rest -> !rest.isProbability() && rest.total() > 0)
        .map(rest -> Math.min(cut, rest.curve().thresholds()[rest.curve().thresholds().length - 1])).orElse(0.0);
  }

  @Override
  public double high() {
    return judged.get().filter(rest -> !rest.isProbability() && rest.total() > 0)
        .map(rest -> Math.max(cut, rest.curve().thresholds()[0])).orElse(1.0);
  }

  @Override
  public void move(int steps) {
    setNear(value.get() + steps * ThresholdModel.STEP);
  }

  @Override
  public void setNear(double score) {
    double rounded = Math.round(score / ThresholdModel.STEP) * ThresholdModel.STEP;
    value.set(Math.max(low(), Math.min(high(), Math.round(rounded * 100) / 100.0)));
  }

  @Override
  public void reset() {
    value.set(cut);
  }

  @Override
  public void settle() {
    // it is no edit
  }

  @Override
  public void close() {
    work.close();
  }
}
