package studio.backprop.ui.design.designer.wire;

import javafx.css.PseudoClass;
import javafx.scene.shape.Line;
import studio.backprop.ui.design.designer.edit.WireCurve;

/** Highlight of a wire at the position of a pass. */
final class PassWave extends Line {
  private static final PseudoClass BACKWARD = PseudoClass.getPseudoClass("backward");
  private static final double LENGTH = 22;

  PassWave() {
    getStyleClass().add("wave");
    setMouseTransparent(true);
    setVisible(false);
  }

  /** @param along position of the pass, 0 at the left */
  void lie(WireCurve course, double along, boolean forward) {
    double half = LENGTH / 2 / Math.max(LENGTH, course.length());
    double from = Math.max(0, along - half);
    double to = Math.min(1, along + half);
    setStartX(course.x(from));
    setStartY(course.y(from));
    setEndX(course.x(to));
    setEndY(course.y(to));
    pseudoClassStateChanged(BACKWARD, !forward);
  }
}
