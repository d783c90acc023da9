package studio.backprop.network;

import studio.backprop.layer.Reach;
import studio.backprop.setting.Size;

/**
 * The receptive field: the part of the input image that one number of a node's answer can see. Padding is not cut off, as is usual, so it
 * may be larger than the image. Araujo, Norris and Sim 2019.
 *
 * @param size places of the input, from the first to the last that it sees
 * @param jump places of the input from one number's field to the next one's
 * @param whole whether it sees all of the input, whatever its size
 */
public record Field(Size size, Size jump, boolean whole) {
  /** One number of the input itself. */
  static final Field POINT = new Field(Size.square(1), Size.square(1), false);

  /** What is seen through one more layer: r′ = r + (k − 1)·j, j′ = j·s. */
  Field through(Reach reach) {
    if (whole || reach.whole()) {
      return new Field(size, jump, true);
    }
    Size wider = new Size(
        size.height() + (reach.span().height() - 1) * jump.height(), size.width() + (reach.span().width() - 1) * jump.width());
    Size further = new Size(jump.height() * reach.stride().height(), jump.width() * reach.stride().width());
    return new Field(wider, further, false);
  }

  /** What is seen by two ways at once. */
  Field and(Field other) {
    Size larger = new Size(Math.max(size.height(), other.size.height()), Math.max(size.width(), other.size.width()));
    return new Field(larger, jump, whole || other.whole);
  }
}
