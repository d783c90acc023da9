package studio.backprop.ui.learn.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Choice;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.Mistake;
import studio.backprop.lesson.Directive.Predict;
import studio.backprop.lesson.Directive.PredictChoice;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.PredictRank;
import studio.backprop.lesson.play.Curves;
import studio.backprop.worksheet.TypedNumber;

/** The learner's answer in progress, and its grading. */
public final class Answering {
  /** Handles of a drawn curve; the first one is fixed at the current value. */
  public static final int HANDLES = 5;
  /** Range of the handles, in powers of ten. */
  public static final double MOST = 3;

  private final StringProperty key = new SimpleStringProperty(this, "key", "");
  private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
  private final IntegerProperty sure = new SimpleIntegerProperty(this, "sure");
  private final ObjectProperty<List<String>> order = new SimpleObjectProperty<>(this, "order", List.of());
  /** Change counter of the drawn curve and its start. */
  private final ReadOnlyIntegerWrapper drawn = new ReadOnlyIntegerWrapper(this, "drawn");
  /** NaN for an unplaced handle. */
  private final double[] curve = new double[HANDLES];
  private double from = Double.NaN;
  private double[] measured = {};
  private double truth = Double.NaN;

  void clear() {
    key.set("");
    typed.set("");
    sure.set(0);
    order.set(List.of());
    drawn.set(0);
    Arrays.fill(curve, 1, HANDLES, Double.NaN);
    from = Double.NaN;
    measured = new double[0];
    truth = Double.NaN;
  }

  /** Key of the selected option; empty for none. */
  public StringProperty keyProperty() {
    return key;
  }

  /** The typed number. */
  public StringProperty typedProperty() {
    return typed;
  }

  /** Confidence, from 1 to 3; 0 before it was given. */
  public IntegerProperty sureProperty() {
    return sure;
  }

  public int sure() {
    return sure.get();
  }

  /** The keys in their current order. */
  public ObjectProperty<List<String>> orderProperty() {
    return order;
  }

  /** Change counter of the drawn curve. */
  public ReadOnlyIntegerProperty drawnProperty() {
    return drawn.getReadOnlyProperty();
  }

  /**
   * Heights of the handles, as powers of ten relative to the current value: 0 is unchanged, 1 ten times as much. Unplaced ones are
   * interpolated; NaN after the last placed one.
   */
  public double[] curve() {
    double[] heights = curve.clone();
    int last = 0;
    for (int i = 1; i < HANDLES; i++) {
      for (int between = last + 1; !Double.isNaN(curve[i]) && between < i; between++) {
        heights[between] = curve[last] + (curve[i] - curve[last]) * (between - last) / (i - last);
      }
      last = Double.isNaN(curve[i]) ? last : i;
    }
    return heights;
  }

  boolean isPlaced(int handle) {
    return !Double.isNaN(curve[handle]);
  }

  /** Places a handle; the first one is fixed. */
  public void draw(int handle, double power) {
    if (handle > 0) {
      curve[handle] = Math.max(-MOST, Math.min(MOST, power));
      drawn.set(drawn.get() + 1);
    }
  }

  /** Start value of a curve; NaN while unknown. */
  public double from() {
    return from;
  }

  void from(double value) {
    from = value;
    drawn.set(drawn.get() + 1);
  }

  /** Measured curve, after the reveal. */
  public double[] measured() {
    return measured.clone();
  }

  void measured(double[] values) {
    measured = values.clone();
  }

  /** Correct number, after the reveal; NaN for none. */
  public double truth() {
    return truth;
  }

  void truth(double value) {
    truth = value;
  }

  void choose(String chosen, Asking asking) {
    if (asking instanceof PredictRank rank) {
      List<String> now = new ArrayList<>(order.get());
      if (!now.remove(chosen)) {
        now.add(chosen);
      }
      if (now.size() == rank.items().size() - 1) {
        rank.items().stream().map(Choice::key).filter(item -> !now.contains(item)).forEach(now::add); // the last place is what is left
      }
      order.set(List.copyOf(now));
    } else {
      key.set(chosen);
    }
  }

  boolean isComplete(Predict predict) {
    return isGiven(predict) && sure.get() > 0;
  }

  /** Whether there is an answer, with or without confidence. */
  boolean isGiven(Predict predict) {
    return predict instanceof PredictChoice ? !key.get().isEmpty() : predict instanceof PredictNumber ? number().isPresent()
        : predict instanceof PredictRank rank ? order.get().size() == rank.items().size() : isPlaced(HANDLES - 1);
  }

  /** The typed number: decimal point or comma, percent, powers such as 1e-6, fractions such as 1/3, full-width digits. */
  public OptionalDouble number() {
    return number(typed.get());
  }

  /** A typed number, as in a worksheet, or in percent. */
  static OptionalDouble number(String typed) {
    String text = typed.strip();
    boolean percent = text.endsWith("%") || text.endsWith("％");
    Optional<TypedNumber> read = TypedNumber.read(percent ? text.substring(0, text.length() - 1) : text);
    return read.isPresent() ? OptionalDouble.of(read.get().value() / (percent ? 100 : 1)) : OptionalDouble.empty();
  }

  /** The answer as a number; NaN where it is none. */
  double value() {
    return number().orElse(Double.NaN);
  }

  boolean isRight(Predict predict) {
    if (predict instanceof PredictChoice choice) {
      return choice.answer().equals(key.get());
    } else if (predict instanceof PredictNumber number) {
      return near(number, value(), truth);
    } else if (predict instanceof PredictRank rank) {
      return rank.answer().equals(order.get());
    }
    return Curves.fits(curve(), MOST, ((PredictCurve) predict).answer());
  }

  private static boolean near(PredictNumber number, double value, double truth) {
    return Math.abs(value - truth) <= number.tolerance() * (number.percent() ? Math.abs(truth) : 1) + 1e-12 * Math.abs(truth);
  }

  /** The reply to the answer or, where none was given, as in class, to the correct one; empty where there is none. */
  String reply(Asking asking) {
    if (asking instanceof PredictChoice choice) {
      return reply(choice.choices(), isComplete(choice) ? key.get() : choice.answer());
    } else if (asking instanceof Explain explain) {
      return reply(explain.choices(), key.get().isEmpty() ? explain.answer() : key.get());
    } else if (asking instanceof PredictNumber number && !near(number, value(), truth)) {
      return number.mistakes().stream().filter(mistake -> near(number, value(), mistake.value())).map(Mistake::reply).findFirst()
          .orElse("");
    }
    return "";
  }

  private static String reply(List<Choice> choices, String chosen) {
    return choices.stream().filter(choice -> choice.key().equals(chosen)).map(Choice::reply).findFirst().orElse("");
  }

  /** The answer as stored in a table. */
  String written(Predict predict) {
    return predict instanceof PredictChoice ? key.get() : predict instanceof PredictNumber ? typed.get().strip()
        : predict instanceof PredictRank ? String.join(" ", order.get())
        : Curves.drawn(curve(), MOST).name().toLowerCase(Locale.ROOT);
  }
}
