package studio.backprop.train.metric;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.data.Task;

/** Training metric. */
public enum Metric {
  /** Mean loss, of scaled targets. */
  LOSS(false),
  /** Share of correct classes. */
  ACCURACY(true),
  /** Mean absolute error, in the target's own unit. */
  MAE(false),
  /** Coefficient of determination. */
  R2(true);

  private final boolean higherIsBetter;

  Metric(boolean higherIsBetter) {
    this.higherIsBetter = higherIsBetter;
  }

  /** Metric of a batch in addition to the loss. */
  public static Metric of(Task task) {
    return task == Task.CLASSES ? ACCURACY : MAE;
  }

  /** Applicable metrics. */
  public static List<Metric> all(Task task) {
    return task == Task.CLASSES ? List.of(LOSS, ACCURACY) : List.of(LOSS, MAE, R2);
  }

  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** Its name in files and commands. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Metric> named(String id) {
    return Stream.of(values()).filter(metric -> metric.id().equals(id)).findFirst();
  }
}
