package studio.backprop.ui.design.designer.node;

import javafx.scene.control.Label;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Icon;

/** Note that the weights of a node are frozen in the shown pass. */
final class RestNote extends Label {
  private final CanvasDesk desk;

  RestNote(CanvasDesk desk) {
    this.desk = desk;
    getStyleClass().addAll("pane-caption", "rest-note");
    setGraphic(Icon.LOCK.view());
    setManaged(false);
    setVisible(false);
    setMinWidth(0);
    desk.hints().explain(this, "pane.at_rest.help");
    redraw();
  }

  void redraw() {
    setText(desk.lang().say("pane.at_rest"));
  }
}
