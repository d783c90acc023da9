package studio.backprop.layer;

/**
 * Loss with its setting.
 *
 * @param delta threshold of Huber's loss between quadratic and linear
 */
public record LossRule(Loss loss, double delta) {
  /** With the default delta of 1. */
  public static LossRule of(Loss loss) {
    return new LossRule(loss, 1);
  }
}
