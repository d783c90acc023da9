package studio.backprop.evaluate.attribution;

import java.util.Arrays;

/**
 * Explained scalar: weighted sum of the loss's inputs (logits, if any). Immutable.
 *
 * @param first row-major index of the first one within an example
 * @param weights of consecutive ones
 */
public record Score(int first, float[] weights) {

  /**
   * Logit of a class minus the mean logit, as softmax depends on differences only.
   *
   * @param first index of the first logit, above 0 for one of several targets
   * @param logits their number; a single one is of class 1, its negative of class 0
   */
  public static Score ofClass(int index, int first, int logits) {
    if (logits == 1) {
      return new Score(first, new float[] {index == 1 ? 1 : -1});
    }
    float[] weights = new float[logits];
    Arrays.fill(weights, -1f / logits);
    weights[index] += 1;
    return new Score(first, weights);
  }

  /** Contrastive: logit of one class minus that of another. */
  public static Score between(int index, int other, int first, int logits) {
    if (logits == 1) {
      return ofClass(index, first, 1);
    }
    float[] weights = new float[logits];
    weights[index] = 1;
    weights[other] -= 1;
    return new Score(first, weights);
  }

  /** A single number, such as a predicted value. */
  public static Score ofNumber(int place) {
    return new Score(place, new float[] {1});
  }
}
