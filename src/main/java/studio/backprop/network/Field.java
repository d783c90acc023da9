package studio.backprop.network;

import studio.backprop.layer.Reach;
import studio.backprop.setting.Size;

/**
 * Receptive field of a node's output in the input image. Includes padding, as is usual, so it may exceed the image. Araujo, Norris and Sim
 * 2019.
 *
 * @param down along the height
 * @param across along the width
 * @param whole whether it is the whole input
 */
public record Field(Along down, Along across, boolean whole) {
  /**
   * The field along one axis, in input places; fractional after upsampling.
   *
   * @param size of the window
   * @param jump between the windows of adjacent outputs
   */
  record Along(double size, double jump) {
    /** r′ = r + (k − 1)·j, j′ = j·s, divided by the copies of each place. */
    Along through(int span, int stride, int copies) {
      return new Along(size + (span - 1) * jump, jump * stride / copies);
    }

    Along and(Along other) {
      return new Along(Math.max(size, other.size), jump);
    }

    int places() {
      return (int) Math.ceil(size);
    }
  }

  private static final Along ONE = new Along(1, 1);

  /** Field of the input itself. */
  static final Field POINT = new Field(ONE, ONE, false);

  /** Size in input places. */
  public Size size() {
    return new Size(down.places(), across.places());
  }

  /** Offset between adjacent outputs, in input places. */
  public double step() {
    return Math.max(down.jump(), across.jump());
  }

  /** Field after one more layer. */
  Field through(Reach reach) {
    if (whole || reach.whole()) {
      return new Field(down, across, true);
    }
    return new Field(
        down.through(reach.span().height(), reach.stride().height(), reach.copies().height()),
        across.through(reach.span().width(), reach.stride().width(), reach.copies().width()),
        false);
  }

  Field and(Field other) {
    return new Field(down.and(other.down), across.and(other.across), whole || other.whole);
  }
}
