package studio.backprop.project;

import java.util.OptionalDouble;

/** Predicted class of an output, shared by all views and metrics. */
public final class PredictedClass {
  private PredictedClass() {
  }

  /**
   * Predicted class of one target: for a single number the second class from the threshold on; otherwise arg max, ties to the lower index.
   *
   * @param numbers score of the second of two classes, or one per class
   * @param from offset
   * @param width number of scores
   * @param cut default threshold of a single number, of the loss: see {@link studio.backprop.layer.Loss#cut}
   * @param own for two classes a threshold set by the user: see {@link DecisionThreshold#own}
   */
  public static int of(float[] numbers, int from, int width, double cut, OptionalDouble own) {
    if (width <= 2) {
      double needed = own.orElse(width == 1 ? cut : numbers[from]);
      return numbers[from + width - 1] >= needed ? 1 : 0;
    }
    int best = 0;
    for (int i = 1; i < width; i++) {
      best = numbers[from + i] > numbers[from + best] ? i : best;
    }
    return best;
  }
}
