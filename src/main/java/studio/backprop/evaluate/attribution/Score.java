package studio.backprop.evaluate.attribution;

import java.util.Arrays;

/**
 * What an attribution explains: a weighted sum of what the loss reads, which are logits where there are any. Not the loss, which falls with
 * every correct prediction, whatever it rests on.
 *
 * @param first place of the first number, row-major within an example
 * @param weights of that number and those that follow
 */
public record Score(int first, float[] weights) {

  /**
   * The logit of a class, less the mean of all logits: a softmax sees differences only, so that the mean says nothing.
   *
   * @param first place of the logits, 0 but for an answer at one of several places
   * @param logits how many there are; one alone speaks for class 1, and with the opposite sign for class 0
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

  /** The logit of one class less that of another: why this one and not that one. */
  public static Score between(int index, int other, int first, int logits) {
    if (logits == 1) {
      return ofClass(index, first, 1);
    }
    float[] weights = new float[logits];
    weights[index] = 1;
    weights[other] -= 1;
    return new Score(first, weights);
  }

  /** One number as it is, such as a predicted value or a bare logit. */
  public static Score ofNumber(int place) {
    return new Score(place, new float[] {1});
  }
}
