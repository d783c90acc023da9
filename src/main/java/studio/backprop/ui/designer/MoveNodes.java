package studio.backprop.ui.designer;

import java.util.Set;
import studio.backprop.network.Node;

/** Dragging nodes: they follow the mouse and lean towards the grid. */
final class MoveNodes implements Conversation {
  /** How near a line of the grid draws a node to it. */
  private static final double PULL = 6;

  /** How far nodes are from where the document has them. */
  record Shift(Set<Integer> nodes, double dx, double dy) {
    static final Shift NONE = new Shift(Set.of(), 0, 0);

    double dxOf(int node) {
      return nodes.contains(node) ? dx : 0;
    }

    double dyOf(int node) {
      return nodes.contains(node) ? dy : 0;
    }
  }

  private final DesignerModel model;
  private final Node lead;
  private final Set<Integer> moved;
  private final double startX;
  private final double startY;

  /** @param lead the node under the mouse, whose edges find the grid */
  MoveNodes(DesignerModel model, Node lead, Set<Integer> moved, double x, double y) {
    this.model = model;
    this.lead = lead;
    this.moved = moved;
    this.startX = x;
    this.startY = y;
  }

  @Override
  public void move(double x, double y) {
    double dx = pulled(lead.x() + x - startX) - lead.x();
    double dy = pulled(lead.y() + y - startY) - lead.y();
    model.shift(new Shift(moved, dx, dy));
  }

  private static double pulled(double place) {
    double line = Anatomy.snap(place);
    return Math.abs(line - place) <= PULL ? line : Math.rint(place);
  }

  @Override
  public void commit() {
    Shift shift = model.shift();
    model.shift(Shift.NONE);
    if (shift.dx() != 0 || shift.dy() != 0) {
      model.edits().move(shift);
    }
  }

  @Override
  public void cancel() {
    model.shift(Shift.NONE);
  }
}
