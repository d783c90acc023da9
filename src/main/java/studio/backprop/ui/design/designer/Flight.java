package studio.backprop.ui.design.designer;

import java.util.List;
import javafx.animation.Animation;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import studio.backprop.ui.design.designer.edit.Camera;
import studio.backprop.ui.kit.Motion;

/** Visible part of the canvas: the camera, or an animation towards it. */
final class Flight {
  private final Camera camera;
  private final Motion motion;
  private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
  private final DoubleProperty offsetX = new SimpleDoubleProperty(this, "offsetX");
  private final DoubleProperty offsetY = new SimpleDoubleProperty(this, "offsetY");
  private List<? extends Animation> movements = List.of();

  Flight(Camera camera, Motion motion) {
    this.camera = camera;
    this.motion = motion;
    camera.zoomProperty().subscribe(value -> follow());
    camera.offsetXProperty().subscribe(value -> follow());
    camera.offsetYProperty().subscribe(value -> follow());
    camera.flyingProperty().subscribe((before, flying) -> {
      if (!flying) {
        fly();
      }
    });
  }

  DoubleProperty zoomProperty() {
    return zoom;
  }

  DoubleProperty offsetXProperty() {
    return offsetX;
  }

  DoubleProperty offsetYProperty() {
    return offsetY;
  }

  /** Moves at once for drag and scroll. */
  private void follow() {
    if (!camera.flyingProperty().get()) {
      movements.forEach(Animation::stop);
      zoom.set(camera.zoom());
      offsetX.set(camera.offsetXProperty().get());
      offsetY.set(camera.offsetYProperty().get());
    }
  }

  private void fly() {
    movements.forEach(Animation::stop);
    movements = List.of(
        motion.move(zoom, camera.zoom(), Motion.PANEL),
        motion.move(offsetX, camera.offsetXProperty().get(), Motion.PANEL),
        motion.move(offsetY, camera.offsetYProperty().get(), Motion.PANEL));
  }
}
