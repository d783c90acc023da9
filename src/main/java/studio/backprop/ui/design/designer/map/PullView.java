package studio.backprop.ui.design.designer.map;

import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.Camera;
import studio.backprop.ui.design.designer.edit.Conversation;

/** Gesture that drags the frame of the view in the minimap. Canvas coordinates. */
final class PullView implements Conversation {
  private final Camera camera;
  private final Box before;
  private final double holdX;
  private final double holdY;

  /** Within the frame it is held at the mouse; elsewhere its middle moves to the mouse first. */
  PullView(Camera camera, double x, double y) {
    this.camera = camera;
    before = camera.seen();
    boolean inside = before.touches(new Box(x, y, 0, 0));
    holdX = inside ? x - before.centerX() : 0;
    holdY = inside ? y - before.centerY() : 0;
    if (!inside) {
      camera.fly(() -> camera.center(x, y));
    }
  }

  @Override
  public void move(double x, double y) {
    camera.center(x - holdX, y - holdY);
  }

  @Override
  public void commit() {
    // the view is no part of the document
  }

  @Override
  public void cancel() {
    camera.center(before.centerX(), before.centerY());
  }
}
