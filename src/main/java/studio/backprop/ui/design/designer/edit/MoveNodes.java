package studio.backprop.ui.design.designer.edit;

import java.util.Optional;
import java.util.Set;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;

/** Gesture that drags nodes, snapping to the grid. A single unwired node can be inserted into a wire. */
public final class MoveNodes implements Conversation {
  /** Snapping distance to the grid. */
  private static final double PULL = 6;

  private final DesignerModel model;
  private final Shift begun;
  private final Box lead;
  private final double startX;
  private final double startY;
  /** The only dragged node, if it has no wires. */
  private final Optional<Node> loose;

  /** @param lead the node under the mouse, which snaps to the grid */
  public MoveNodes(DesignerModel model, Node lead, Set<Integer> moved, double x, double y) {
    this(model, Anatomy.box(lead, model.lens()), moved, loose(model, lead, moved), x, y);
  }

  /** @param lead the note or group title under the mouse, which snaps to the grid */
  public MoveNodes(DesignerModel model, Box lead, double x, double y) {
    this(model, lead, model.document().selection(), Optional.empty(), x, y);
  }

  private MoveNodes(DesignerModel model, Box lead, Set<Integer> moved, Optional<Node> loose, double x, double y) {
    this.model = model;
    this.begun = new Shift(moved, model.notes().selected(), 0, 0);
    this.lead = lead;
    this.loose = loose;
    this.startX = x;
    this.startY = y;
  }

  private static Optional<Node> loose(DesignerModel model, Node lead, Set<Integer> moved) {
    boolean wired = model.network().wires().stream().anyMatch(wire -> wire.from() == lead.id() || wire.to() == lead.id());
    boolean alone = moved.size() == 1 && model.notes().selected().isEmpty();
    return Optional.of(lead).filter(node -> alone && !wired && Growth.fitsWithin(node.layer()));
  }

  @Override
  public void move(double x, double y) {
    model.hand().shift(shift(begun, lead, (x - startX) / model.places().spread(), y - startY));
    loose.ifPresent(node -> {
      Box box = model.places().box(node);
      model.hand().ghost(model.places().wireNear(box.centerX(), box.y() + Anatomy.PORT_Y, PlaceLayer.WIRE_REACH)
          .map(wire -> through(node, wire)));
    });
  }

  /** Shift of everything by which the leading box snaps to the grid. */
  public static Shift shift(Shift begun, Box lead, double dx, double dy) {
    return new Shift(begun.nodes(), begun.notes(), pulled(lead.x() + dx) - lead.x(), pulled(lead.y() + dy) - lead.y());
  }

  public static double pulled(double place) {
    double line = Anatomy.snap(place);
    return Math.abs(line - place) <= PULL ? line : Math.rint(place);
  }

  private Ghost through(Node node, Wire wire) {
    Node from = model.network().node(wire.from());
    Box place = model.growth().drawn(model.places().box(node), from, node.layer(), Optional.of(wire));
    return new Ghost(node.type(), node.layer(), place, Optional.of(wire), Optional.empty(), true, Optional.empty());
  }

  @Override
  public void commit() {
    Shift shift = model.hand().shift();
    Optional<Wire> into = model.hand().ghost().flatMap(Ghost::into);
    cancel();
    if (shift.far()) {
      model.hand().carry(shift.nodes(), () -> model.edits().move(shift, into));
    }
  }

  @Override
  public void cancel() {
    model.hand().ghost(Optional.empty());
    model.hand().shift(Shift.NONE);
  }
}
