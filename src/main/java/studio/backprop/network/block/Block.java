package studio.backprop.network.block;

import java.util.Optional;
import studio.backprop.layer.Input;
import studio.backprop.network.Network;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/** Several layers that belong together. */
public interface Block {
  Message title();

  /** One sentence in a learner's words. */
  Message help();

  /** What the names of its groups begin with. */
  String prefix();

  /**
   * Its nodes, fitted to what they will follow.
   *
   * @param given the shape that comes in, where it is known
   */
  Parts parts(Optional<Shape> given);

  /** What it would make of a shape; empty if it cannot take it. */
  default Optional<Shape> gives(Shape given) {
    Parts parts = parts(Optional.of(given));
    Network source = Network.EMPTY.add(new Input(given), 0, 0);
    return parts.after(source, 1, 0, 0).analyse().shape(parts.outletIn(source));
  }
}
