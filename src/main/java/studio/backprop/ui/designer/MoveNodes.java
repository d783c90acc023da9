package studio.backprop.ui.designer;

import java.util.Optional;
import java.util.Set;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.ui.designer.PlaceLayer.Ghost;

/** Dragging nodes: they follow the mouse and lean towards the grid. One without wires that is held over a wire will stand within it. */
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

    boolean far() {
      return dx != 0 || dy != 0;
    }
  }

  private final DesignerModel model;
  private final Node lead;
  private final Set<Integer> moved;
  private final double startX;
  private final double startY;
  /** Whether it is one node without wires, which can be led into one. */
  private final boolean loose;

  /** @param lead the node under the mouse, whose edges find the grid */
  MoveNodes(DesignerModel model, Node lead, Set<Integer> moved, double x, double y) {
    this.model = model;
    this.lead = lead;
    this.moved = moved;
    this.startX = x;
    this.startY = y;
    boolean wired = model.network().wires().stream().anyMatch(wire -> wire.from() == lead.id() || wire.to() == lead.id());
    this.loose = moved.size() == 1 && !wired && PlaceLayer.within(lead.layer());
  }

  @Override
  public void move(double x, double y) {
    model.shift(shift(moved, lead, x - startX, y - startY));
    if (loose) {
      model.ghost(model.places().wireNear(middleX(), model.places().portY(lead), PlaceLayer.WIRE_REACH).map(this::through));
    }
  }

  /** How far nodes go so that the leading one finds the grid. */
  static Shift shift(Set<Integer> nodes, Node lead, double dx, double dy) {
    return new Shift(nodes, pulled(lead.x() + dx) - lead.x(), pulled(lead.y() + dy) - lead.y());
  }

  private static double pulled(double place) {
    double line = Anatomy.snap(place);
    return Math.abs(line - place) <= PULL ? line : Math.rint(place);
  }

  private double middleX() {
    return model.places().box(lead).centerX();
  }

  private Ghost through(Wire wire) {
    Node from = model.network().node(wire.from());
    Box place = new Growth(model).drawn(model.places().box(lead), from, lead.layer(), Optional.of(wire));
    return new Ghost(lead.type(), lead.layer(), place, Optional.of(wire), Optional.empty(), true);
  }

  @Override
  public void commit() {
    Shift shift = model.shift();
    Optional<Wire> into = model.ghost().flatMap(Ghost::into);
    cancel();
    if (shift.far()) {
      model.carry(moved, () -> model.edits().move(shift, into));
    }
  }

  @Override
  public void cancel() {
    model.ghost(Optional.empty());
    model.shift(Shift.NONE);
  }
}
