package studio.backprop.layer;

import java.util.Objects;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * The shape a layer gives, or the reason why it gives none.
 *
 * @param shape null where there is a reason
 * @param refusal null where there is a shape; {0} in its text is the node, {1} what leads into it at the input that does not fit, and the
 *     last place what leads into its first input; the network fills these in, so its own arguments start at {2}
 * @param input which input does not fit
 */
public record Inference(Shape shape, Message refusal, int input) {
  public static Inference gives(Shape shape) {
    return new Inference(Objects.requireNonNull(shape), null, 0);
  }

  public static Inference refuses(String key, Object... args) {
    return refusesInput(0, key, args);
  }

  /** @param input which of several does not fit the first */
  public static Inference refusesInput(int input, String key, Object... args) {
    return new Inference(null, Message.of(key, args), input);
  }

  public boolean ok() {
    return shape != null;
  }
}
