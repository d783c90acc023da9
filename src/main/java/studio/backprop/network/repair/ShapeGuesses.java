package studio.backprop.network.repair;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import studio.backprop.tensor.Shape;

/** Candidate shapes for a reshape. */
final class ShapeGuesses {
  private ShapeGuesses() {}

  /** Images of the same size: the data's shape, a square, a sequence as one channel. */
  static Set<Shape> images(Shape flat, Optional<Goal> goal) {
    Set<Shape> images = new LinkedHashSet<>();
    if (flat.rank() == 3) {
      return images;
    }
    goal.map(Goal::input).filter(input -> input.rank() == 3 && input.count() == flat.count()).ifPresent(images::add);
    int side = (int) Math.rint(Math.sqrt(flat.count()));
    if ((long) side * side == flat.count()) {
      images.add(Shape.of(1, side, side));
    }
    if (flat.rank() == 2) {
      images.add(Shape.of(1, flat.size(0), flat.size(1)));
    } else if (images.isEmpty()) {
      images.add(Shape.of(1, 1, (int) flat.count()));
    }
    return images;
  }

  /** Sequences of the same size: one number per step, an image row by row. */
  static Set<Shape> sequences(Shape given) {
    return switch (given.rank()) {
      case 1 -> Set.of(Shape.of(given.size(0), 1));
      case 3 -> given.size(0) == 1 ? Set.of(Shape.of(given.size(1), given.size(2))) : Set.of();
      default -> Set.of();
    };
  }
}
