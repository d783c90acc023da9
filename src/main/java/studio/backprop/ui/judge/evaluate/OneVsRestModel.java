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

/** One class against the rest at a threshold of its own: discrimination of its score alone. Does not affect predictions. */
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

  ObjectProperty<Integer> indexProperty() {
    return index;
  }

  /** One-vs-rest evaluation at the threshold; empty while unknown, and unless there are several classes. */
  ReadOnlyObjectProperty<Optional<BinaryEvaluation>> judgedProperty() {
    return judged.getReadOnlyProperty();
  }

  @Override
  public DoubleProperty valueProperty() {
    return value;
  }

  /** Error of the last computation; empty without one. */
  ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return work.failureProperty();
  }

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
        () -> judged.set(Optional.empty())); // the former is of another class or of other weights
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
    // no edit to be settled
  }

  @Override
  public void close() {
    work.close();
  }
}
