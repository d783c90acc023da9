package studio.backprop.train.metric;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How many examples of one class there were.
 *
 * @param examples of the class
 * @param correct those of them that were predicted correctly
 * @param predicted examples of any class that were predicted to be of it
 */
public record ClassCount(long examples, long correct, long predicted) {
  /** The share of the class that is recognized, NaN where there is no example of it. */
  public double recall() {
    return (double) correct / examples;
  }

  /** The share of what was predicted to be of the class that is, NaN where nothing was. */
  public double precision() {
    return (double) correct / predicted;
  }

  /** The harmonic mean of precision and recall, 2·tp ⁄ (2·tp + fp + fn): 0 where nothing is recognized, NaN where there was nothing to. */
  public double f1() {
    return 2.0 * correct / (examples + predicted);
  }

  /**
   * A figure of all classes: of two that of the second, of more the mean over all, in which what is not defined counts as 0, as
   * scikit-learn has it. NaN where there are none.
   */
  public static double of(List<ClassCount> classes, ToDoubleFunction<ClassCount> figure) {
    return classes.size() == 2
        ? figure.applyAsDouble(classes.get(1))
        : classes.stream().mapToDouble(figure).map(value -> Double.isNaN(value) ? 0 : value).average().orElse(Double.NaN);
  }
}
