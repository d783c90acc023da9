package studio.backprop.ui.design.designer;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import studio.backprop.ui.design.designer.edit.Box;

/** Placement of a node's card with the least overlap of the network: below, above or beside the node, or in a corner of the canvas. */
final class CardPlacement {
  private static final double DISTANCE = 16;
  /** Height of the wire label above a node. */
  private static final double ABOVE = 40;
  /** Weight of the overlap with nodes that the card is about. */
  private static final double SUBJECT_WEIGHT = 4;

  private CardPlacement() {}

  /**
   * All in screen px.
   *
   * @param near nodes that the card is about, with those a repair would add
   */
  static Box find(Box window, Box anchor, List<Box> near, List<Box> others, double width, double height) {
    double centre = anchor.centerX() - width / 2;
    double middle = anchor.centerY() - height / 2;
    double right = window.right() - DISTANCE - width;
    double bottom = window.bottom() - DISTANCE - height;
    return Stream.of(
            new Box(centre, anchor.bottom() + DISTANCE, width, height),
            new Box(centre, anchor.y() - ABOVE - height, width, height),
            new Box(anchor.right() + DISTANCE, middle, width, height),
            new Box(anchor.x() - DISTANCE - width, middle, width, height),
            new Box(centre, bottom, width, height),
            new Box(right, bottom, width, height),
            new Box(window.x() + DISTANCE, bottom, width, height),
            new Box(right, window.y(), width, height),
            new Box(window.x() + DISTANCE, window.y(), width, height))
        .map(box -> inside(window, box))
        .min(Comparator.comparingDouble(box -> SUBJECT_WEIGHT * covered(box, near) + covered(box, others)))
        .orElseThrow();
  }

  private static Box inside(Box window, Box box) {
    double x = Math.max(window.x() + DISTANCE, Math.min(window.right() - DISTANCE - box.width(), box.x()));
    double y = Math.max(window.y(), Math.min(window.bottom() - DISTANCE - box.height(), box.y()));
    return new Box(Math.rint(x), Math.rint(y), box.width(), box.height());
  }

  private static double covered(Box card, List<Box> boxes) {
    return boxes.stream().mapToDouble(box -> overlap(card, box)).sum();
  }

  private static double overlap(Box a, Box b) {
    double width = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
    double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
    return Math.max(0, width) * Math.max(0, height);
  }
}
