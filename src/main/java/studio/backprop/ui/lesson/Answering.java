package studio.backprop.ui.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

/** What a learner is about to answer, and whether it is right. */
public final class Answering {
  /** Handles of a drawn curve; the first one stands where the curve is now. */
  public static final int HANDLES = 5;

  private final StringProperty key = new SimpleStringProperty(this, "key", "");
  private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
  private final IntegerProperty sure = new SimpleIntegerProperty(this, "sure");
  private final ObjectProperty<List<String>> order = new SimpleObjectProperty<>(this, "order", List.of());
  /** Counts changes of the drawn curve. */
  private final ReadOnlyIntegerWrapper drawn = new ReadOnlyIntegerWrapper(this, "drawn");
  private final double[] curve = new double[HANDLES];
  private double[] measured = {};
  private double truth = Double.NaN;

  void clear() {
    key.set("");
    typed.set("");
    sure.set(0);
    order.set(List.of());
    drawn.set(0);
    measured = new double[0];
    truth = Double.NaN;
  }

  void begin(Asking asking) {
    clear();
    Arrays.fill(curve, 0);
  }

  /** The key of the answer that is chosen; empty for none. */
  public StringProperty keyProperty() {
    return key;
  }

  /** The number that is typed. */
  public StringProperty typedProperty() {
    return typed;
  }

  /** How sure, from 1 to 3; 0 before it was said. */
  public IntegerProperty sureProperty() {
    return sure;
  }

  public int sure() {
    return sure.get();
  }

  /** The keys in their order so far. */
  public ObjectProperty<List<String>> orderProperty() {
    return order;
  }

  /** Counts how often a handle of the curve was moved. */
  public ReadOnlyIntegerProperty drawnProperty() {
    return drawn.getReadOnlyProperty();
  }

  /** The heights of the handles, as powers of ten of the value now: 0 is as it is now, 1 ten times as much. */
  public double[] curve() {
    return curve.clone();
  }

  /** Moves a handle; the first one stays. */
  public void draw(int handle, double power) {
    if (handle > 0) {
      curve[handle] = Math.max(-3, Math.min(3, power));
      drawn.set(drawn.get() + 1);
    }
  }

  /** What was measured of the curve, after the reveal. */
  public double[] measured() {
    return measured.clone();
  }

  void measured(double[] values) {
    measured = values.clone();
  }

  /** The number that was right, after the reveal; NaN for none. */
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

  /** Begins the order anew. */
  public void clearOrder() {
    order.set(List.of());
  }

  boolean isComplete(Predict predict) {
    return isGiven(predict) && sure.get() > 0;
  }

  /** Whether there is an answer, however sure. */
  boolean isGiven(Predict predict) {
    return predict instanceof PredictChoice ? !key.get().isEmpty() : predict instanceof PredictNumber ? number().isPresent()
        : predict instanceof PredictRank rank ? order.get().size() == rank.items().size() : drawn.get() > 0;
  }

  /** The typed number: point or comma, percent, powers such as 1e-6. */
  public OptionalDouble number() {
    String text = typed.get().strip().replace('−', '-').replace(',', '.').replace(" ", "").toLowerCase(Locale.ROOT);
    boolean percent = text.endsWith("%");
    String digits = percent ? text.substring(0, text.length() - 1) : text;
    if (!digits.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d{1,3})?")) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(digits) / (percent ? 100 : 1));
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
    return Curves.fits(drawn(), ((PredictCurve) predict).answer());
  }

  /** The values of the drawn curve, which is kept in powers of ten. */
  private double[] drawn() {
    return Arrays.stream(curve).map(power -> Math.pow(10, power)).toArray();
  }

  private static boolean near(PredictNumber number, double value, double truth) {
    return Math.abs(value - truth) <= number.tolerance() * (number.percent() ? Math.abs(truth) : 1) + 1e-12 * Math.abs(truth);
  }

  /** What is said to the answer; empty where there is nothing. */
  String reply(Asking asking) {
    if (asking instanceof PredictChoice choice) {
      return reply(choice.choices());
    } else if (asking instanceof Explain explain) {
      return reply(explain.choices());
    } else if (asking instanceof PredictNumber number && !near(number, value(), truth)) {
      return number.mistakes().stream().filter(mistake -> near(number, value(), mistake.value())).map(Mistake::reply).findFirst()
          .orElse("");
    }
    return "";
  }

  private String reply(List<Choice> choices) {
    return choices.stream().filter(choice -> choice.key().equals(key.get())).map(Choice::reply).findFirst().orElse("");
  }

  /** The answer as a table keeps it. */
  String written(Predict predict) {
    return predict instanceof PredictChoice ? key.get() : predict instanceof PredictNumber ? typed.get().strip()
        : predict instanceof PredictRank ? String.join(" ", order.get())
        : Curves.shape(drawn()).name().toLowerCase(Locale.ROOT);
  }
}
