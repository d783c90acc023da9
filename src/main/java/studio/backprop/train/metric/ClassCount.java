package studio.backprop.train.metric;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Counts of one class in a classification report. Immutable.
 *
 * @param examples support
 * @param correct true positives
 * @param predicted predictions of the class
 */
public record ClassCount(long examples, long correct, long predicted) {
  /** NaN without examples. */
  public double recall() {
    return (double) correct / examples;
  }

  /** NaN without predictions. */
  public double precision() {
    return (double) correct / predicted;
  }

  /** 2·tp ⁄ (2·tp + fp + fn); NaN without examples and predictions. */
  public double f1() {
    return 2.0 * correct / (examples + predicted);
  }

  /** Binary metric of the second of two classes, else macro average with undefined values as 0, as in scikit-learn. NaN without classes. */
  public static double of(List<ClassCount> classes, ToDoubleFunction<ClassCount> figure) {
    return classes.size() == 2
        ? figure.applyAsDouble(classes.get(1))
        : classes.stream().mapToDouble(figure).map(value -> Double.isNaN(value) ? 0 : value).average().orElse(Double.NaN);
  }
}
