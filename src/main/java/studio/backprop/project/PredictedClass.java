package studio.backprop.project;

import java.util.OptionalDouble;

/** Which class a network predicts: wherever a class is told, it is told by this. */
public final class PredictedClass {
  private PredictedClass() {
  }

  /**
   * The class that the numbers of one target mean. A number at the threshold means the second of two classes, and so do two equal ones; of
   * several classes the first of equal ones is predicted.
   *
   * @param numbers one that speaks for the second of two classes, or one for each class
   * @param from where they begin
   * @param width how many they are
   * @param cut of a single number, what the loss is made for: see {@link studio.backprop.layer.Loss#cut}
   * @param own of two classes a threshold that somebody has chosen: see {@link DecisionThreshold#own}
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
