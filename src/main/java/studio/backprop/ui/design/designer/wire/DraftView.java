package studio.backprop.ui.design.designer.wire;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import studio.backprop.network.Node;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Draft;
import studio.backprop.ui.design.designer.edit.WireCurve;

/** Wire being drawn, from its port to the mouse. */
public final class DraftView extends Group {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final CanvasDesk desk;
  private final WireLine curve = new WireLine("draft-wire");

  public DraftView(CanvasDesk desk) {
    this.desk = desk;
    setMouseTransparent(true);
    setManaged(false);
    getChildren().add(curve);
    desk.model().hand().draftProperty().subscribe(this::show);
  }

  private void show(Optional<Draft> draft) {
    setVisible(draft.isPresent());
    draft.ifPresent(this::show);
  }

  private void show(Draft draft) {
    DesignerModel model = desk.model();
    curve.follow(draft.target().map(draft::to).map(desk.places()::curve).orElseGet(() -> loose(model, draft)));
    curve.pseudoClassStateChanged(WRONG, draft.objection().isPresent());
  }

  private WireCurve loose(DesignerModel model, Draft draft) {
    Node node = model.network().node(draft.node());
    double y = desk.places().portY(node);
    return draft.forward()
        ? new WireCurve(desk.places().outX(node), y, draft.x(), draft.y())
        : new WireCurve(draft.x(), draft.y(), desk.places().inX(node), y);
  }
}
