package studio.backprop.ui.kit.form;

import studio.backprop.tensor.Shape;

/** Edits of a shape. */
final class ShapeEdits {
  private ShapeEdits() {}

  static Shape with(Shape shape, int axis, int size) {
    int[] sizes = shape.toArray();
    sizes[axis] = size;
    return Shape.of(sizes);
  }

  /** Reshapes to another rank with the same size: a row, a sequence of scalars, or an image with one channel, square if possible. */
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
