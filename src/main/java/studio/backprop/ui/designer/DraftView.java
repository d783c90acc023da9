package studio.backprop.ui.designer;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.CubicCurve;
import studio.backprop.network.Node;
import studio.backprop.ui.designer.DrawWire.Draft;

/** A wire that is being drawn, from its port to the mouse. */
final class DraftView extends Group {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Desk desk;
  private final CubicCurve curve = new CubicCurve();

  DraftView(Desk desk) {
    this.desk = desk;
    setMouseTransparent(true);
    setManaged(false);
    curve.getStyleClass().add("draft-wire");
    getChildren().add(curve);
    desk.model().draftProperty().subscribe(this::show);
  }

  private void show(Optional<Draft> draft) {
    setVisible(draft.isPresent());
    draft.ifPresent(this::show);
  }

  private void show(Draft draft) {
    DesignerModel model = desk.model();
    Node node = model.network().node(draft.node());
    double portX = draft.forward() ? model.outX(node) : model.inX(node);
    double x = draft.x();
    double y = draft.y();
    if (draft.target().isPresent()) {
      Node target = model.network().node(draft.target().get());
      x = draft.forward() ? model.inX(target) : model.outX(target);
      y = model.portY(target);
    }
    WireView.follow(curve,
        draft.forward() ? new WireCurve(portX, model.portY(node), x, y) : new WireCurve(x, y, portX, model.portY(node)));
    curve.pseudoClassStateChanged(WRONG, draft.objection().isPresent());
  }
}
