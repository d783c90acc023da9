package studio.backprop.layer;

import java.util.Objects;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * The shape a layer gives, or the reason why it gives none.
 *
 * @param shape null where there is a reason
 * @param refusal null where there is a shape; {0} in its text is the node and {1} what leads into it; the network fills these in, so
 *     its own arguments start at {2}
 */
public record Inference(Shape shape, Message refusal) {
  public static Inference gives(Shape shape) {
    return new Inference(Objects.requireNonNull(shape), null);
  }

  public static Inference refuses(String key, Object... args) {
    return new Inference(null, Message.of(key, args));
  }

  public boolean ok() {
    return shape != null;
  }
}
