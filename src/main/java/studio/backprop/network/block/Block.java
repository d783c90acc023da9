package studio.backprop.network.block;

import java.util.Optional;
import studio.backprop.layer.Input;
import studio.backprop.network.Network;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/** Reusable group of layers. */
public interface Block {
  Message title();

  /** One-sentence help. */
  Message help();

  /** Prefix of its groups' names. */
  String prefix();

  /**
   * Its nodes, adapted to their predecessor.
   *
   * @param given input shape, where known
   */
  Parts parts(Optional<Shape> given);

  /** Output shape; empty if the input is not accepted. */
  default Optional<Shape> gives(Shape given) {
    Parts parts = parts(Optional.of(given));
    Network source = Network.EMPTY.add(new Input(given), 0, 0);
    return parts.after(source, 1, 0, 0).analyse().shape(parts.outletIn(source));
  }
}
