package studio.backprop.ui.design.designer;

import java.util.Optional;
import javafx.scene.Group;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Ghost;
import studio.backprop.ui.design.designer.edit.WireCurve;
import studio.backprop.ui.design.designer.wire.WireLine;

/** Preview of a dragged layer with its future wires, dashed in the accent colour. */
final class GhostView extends Group {
  private final CanvasDesk desk;
  private final GhostBox box = new GhostBox();
  private final WireLine before = new WireLine("ghost-wire");
  private final WireLine after = new WireLine("ghost-wire");

  GhostView(CanvasDesk desk) {
    this.desk = desk;
    setMouseTransparent(true);
    setManaged(false);
    getChildren().addAll(before, after, box);
    desk.model().hand().ghostProperty().subscribe(this::show);
    desk.glide().partedProperty().subscribe(parted -> desk.model().hand().ghost().ifPresent(this::show));
  }

  private void show(Optional<Ghost> ghost) {
    setVisible(ghost.isPresent());
    ghost.ifPresent(this::show);
  }

  private void show(Ghost ghost) {
    Box place = ghost.box();
    box.show(desk.lang().say(ghost.title()), ghost.type(), place);
    if (ghost.standing()) {
      box.leaveOpen();
    }
    Optional<Integer> from = ghost.into().map(Wire::from).or(ghost::after);
    before.setVisible(from.isPresent());
    after.setVisible(ghost.into().isPresent());
    double y = place.y() + Anatomy.PORT_Y;
    from.map(id -> desk.model().network().node(id)).ifPresent(node ->
        before.follow(new WireCurve(desk.places().outX(node), desk.places().portY(node), place.x(), y)));
    ghost.into().map(wire -> desk.model().network().node(wire.to())).ifPresent(node -> leadOn(place.right(), y, node));
  }

  private void leadOn(double x, double y, Node node) {
    after.follow(new WireCurve(x, y, desk.places().inX(node), desk.places().portY(node)));
  }
}
