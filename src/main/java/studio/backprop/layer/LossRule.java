package studio.backprop.layer;

/**
 * How it is measured how far a prediction is off.
 *
 * @param loss the kind of distance
 * @param delta the error beyond which Huber's loss grows straight
 */
public record LossRule(Loss loss, double delta) {
  /** With the usual delta of 1. */
  public static LossRule of(Loss loss) {
    return new LossRule(loss, 1);
  }
}
