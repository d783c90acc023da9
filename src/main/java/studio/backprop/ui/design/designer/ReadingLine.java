package studio.backprop.ui.design.designer;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;

/** Status line of the canvas with the value under the mouse. */
final class ReadingLine extends Label {
  private static final double HEIGHT = 28;
  private static final double BELOW = 6;

  ReadingLine(StringProperty reading) {
    getStyleClass().addAll("reading", "may-be-cut");
    setManaged(false);
    setMouseTransparent(true);
    textProperty().bind(reading);
    visibleProperty().bind(reading.isNotEmpty());
  }

  /** @param side margin to the edges of the canvas */
  void place(double width, double height, double side) {
    double wide = Math.min(width - 2 * side, Math.ceil(prefWidth(-1)));
    resizeRelocate(side, height - HEIGHT - BELOW, wide, HEIGHT);
  }
}
