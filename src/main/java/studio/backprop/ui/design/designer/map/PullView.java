package studio.backprop.ui.design.designer.map;

import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.Camera;
import studio.backprop.ui.design.designer.edit.Conversation;

/** Pulling the frame of what is seen over the map of a large network. Its places are on the canvas, as the map has them. */
final class PullView implements Conversation {
  private final Camera camera;
  private final Box before;
  private final double holdX;
  private final double holdY;

  /** Within the frame it is taken hold of where the mouse is; elsewhere its middle comes to the mouse first. */
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
    // what is seen is no part of the document
  }

  @Override
  public void cancel() {
    camera.center(before.centerX(), before.centerY());
  }
}
