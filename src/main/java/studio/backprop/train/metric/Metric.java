package studio.backprop.train.metric;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.data.Task;

/** By what the predictions of some examples are judged. */
public enum Metric {
  /** The mean of what each example costs, in scaled numbers. */
  LOSS(false),
  /** The share of classes that are right. */
  ACCURACY(true),
  /** The mean absolute error of a regression, in the target's own unit. */
  MAE(false),
  /** The share of the target's variance that is explained, the coefficient of determination. */
  R2(true);

  private final boolean higherIsBetter;

  Metric(boolean higherIsBetter) {
    this.higherIsBetter = higherIsBetter;
  }

  /** The metric of a batch beside its loss: the accuracy of classes, or the mean absolute error of a regression. */
  public static Metric of(Task task) {
    return task == Task.CLASSES ? ACCURACY : MAE;
  }

  /** The metrics that apply. */
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
