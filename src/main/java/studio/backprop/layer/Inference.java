package studio.backprop.layer;

import java.util.Objects;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * Result of shape inference: a shape, or an error.
 *
 * @param shape null for an error
 * @param refusal null for a shape; {0} in its text is the node, {1} the source of the mismatched input, and the last place the source of
 * the first input; these are filled in by the network, so its own arguments start at {2}
 * @param input index of the mismatched input
 */
public record Inference(Shape shape, Message refusal, int input) {
  public static Inference gives(Shape shape) {
    return new Inference(Objects.requireNonNull(shape), null, 0);
  }

  public static Inference refuses(String key, Object... args) {
    return refusesInput(0, key, args);
  }

  /** @param input index of the one that does not match the first */
  public static Inference refusesInput(int input, String key, Object... args) {
    return new Inference(null, Message.of(key, args), input);
  }

  public boolean ok() {
    return shape != null;
  }
}
