package studio.backprop.ui.design.designer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.ui.design.designer.edit.Box;

/**
 * Placement of a card with an arrow at a port, below or above all nodes that it names, in screen px.
 *
 * @param below whether it is below the port, so that its arrow points up
 */
record CardUnder(Box card, boolean below) {
  private static final double GAP = 14;
  /** Height of the wire label above a node. */
  private static final double ABOVE = 34;
  private static final double MARGIN = 6;

  /**
   * Empty where neither place has room.
   *
   * @param room bounds that the card must stay in
   * @param portX x of its arrow
   * @param near nodes that must stay visible
   */
  static Optional<CardUnder> find(Box room, double portX, List<Box> near, double width, double height) {
    double left = room.x() + MARGIN;
    double right = room.right() - MARGIN - width;
    double x = Math.rint(Math.max(left, Math.min(right, portX - width / 2)));
    List<Box> over = near.stream().filter(box -> box.right() > x && box.x() < x + width).toList();
    double low = over.stream().mapToDouble(Box::bottom).max().orElse(room.y()) + GAP;
    double high = over.stream().mapToDouble(Box::y).min().orElse(room.bottom()) - ABOVE - height;
    return Stream.of(
            new CardUnder(new Box(x, Math.rint(low), width, height), true),
            new CardUnder(new Box(x, Math.rint(high), width, height), false))
        .filter(place -> place.card.y() >= room.y() && place.card.bottom() <= room.bottom() - MARGIN)
        .findFirst();
  }
}
