package studio.backprop.ui.design.designer.wire;

import javafx.scene.shape.CubicCurve;
import studio.backprop.ui.design.designer.edit.WireCurve;

/** Curve of a wire. */
public final class WireLine extends CubicCurve {
  public WireLine(String... styles) {
    getStyleClass().addAll(styles);
  }

  public void follow(WireCurve course) {
    setStartX(course.x1());
    setStartY(course.y1());
    setControlX1(course.controlX1());
    setControlY1(course.controlY1());
    setControlX2(course.controlX2());
    setControlY2(course.controlY2());
    setEndX(course.x2());
    setEndY(course.y2());
  }
}
