package studio.backprop.ui.evaluate;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The threshold of two classes, at and above which score the second is predicted, and how it is chosen. */
final class ThresholdModel {
  /** How the threshold is chosen. */
  enum Cut {
    LOSS,
    MAX_F1,
    CUSTOM
  }

  private static final double STEPS = 100;
  /** By so much it is moved at a time, to a multiple of it. */
  static final double STEP = 1 / STEPS;

  private final ObjectProperty<Cut> cut = new SimpleObjectProperty<>(this, "cut", Cut.LOSS);
  private final DoubleProperty value = new SimpleDoubleProperty(this, "value", 0.5);
  private Evaluation shown;
  private boolean choosing;

  ThresholdModel() {
    cut.subscribe((before, now) -> choose());
    value.subscribe((before, now) -> typed());
  }

  ObjectProperty<Cut> cutProperty() {
    return cut;
  }

  DoubleProperty valueProperty() {
    return value;
  }

  double value() {
    return value.get();
  }

  /** Another evaluation: what was chosen may be another number. */
  void begin(Evaluation now) {
    shown = now;
    choose();
  }

  /** Moves it by so many steps, within the range of the scores. */
  void move(int steps) {
    setNear(value.get() + steps * STEP);
  }

  /** Sets it to the step that is nearest to a score. */
  void setNear(double score) {
    set(Math.round(score * STEPS) / STEPS);
  }

  void set(double wanted) {
    value.set(Math.max(low(), Math.min(high(), wanted)));
  }

  /** The least score that it is offered for. */
  double low() {
    return range(true);
  }

  double high() {
    return range(false);
  }

  private double range(boolean least) {
    if (shown == null || shown.binary().isEmpty() || shown.binary().get().isProbability()) {
      return least ? 0 : 1;
    }
    double[] scores = shown.binary().get().curve().thresholds();
    return least ? Math.min(shown.cut(), scores[scores.length - 1]) : Math.max(shown.cut(), scores[0]);
  }

  private void choose() {
    if (shown == null || choosing) {
      return;
    }
    choosing = true;
    switch (cut.get()) {
      case LOSS -> value.set(shown.cut());
      case MAX_F1 -> shown.validation().flatMap(judged -> judged.curve().bestF1()).ifPresent(value::set);
      case CUSTOM -> set(value.get());
    }
    choosing = false;
  }

  private void typed() {
    if (!choosing) {
      choosing = true;
      cut.set(shown != null && value.get() == shown.cut() ? Cut.LOSS : Cut.CUSTOM);
      choosing = false;
    }
  }
}
