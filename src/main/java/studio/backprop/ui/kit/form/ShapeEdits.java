package studio.backprop.ui.kit.form;

import studio.backprop.tensor.Shape;

/** Changes of a shape by hand. */
final class ShapeEdits {
  private ShapeEdits() {}

  static Shape with(Shape shape, int axis, int size) {
    int[] sizes = shape.toArray();
    sizes[axis] = size;
    return Shape.of(sizes);
  }

  /** As many numbers as before along other axes: a row, one number a time step, or an image with one channel, square where it can be. */
  static Shape ofRank(Shape shape, int rank) {
    int count = Math.toIntExact(shape.count());
    int side = (int) Math.round(Math.sqrt(count));
    return switch (rank) {
      case 1 -> Shape.of(count);
      case 2 -> Shape.of(count, 1);
      default -> side * side == count ? Shape.of(1, side, side) : Shape.of(1, 1, count);
    };
  }
}
