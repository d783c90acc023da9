package studio.backprop.ui.presenter;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

/** A sheet of glass to draw on while explaining. The strokes stay until they are wiped off or the presentation ends. */
final class Pen extends Pane {
  private Polyline stroke;

  Pen(PresenterModel model) {
    getStyleClass().add("pen");
    mouseTransparentProperty().bind(model.drawingProperty().not());
    setOnMousePressed(event -> {
      stroke = new Polyline();
      stroke.getStyleClass().add("stroke");
      getChildren().add(stroke);
      draw(event);
    });
    setOnMouseDragged(this::draw);
  }

  private void draw(MouseEvent event) {
    stroke.getPoints().addAll(event.getX(), event.getY());
    event.consume();
  }

  void undo() {
    if (!getChildren().isEmpty()) {
      getChildren().remove(getChildren().size() - 1);
    }
  }

  void wipe() {
    getChildren().clear();
  }
}
