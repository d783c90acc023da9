package studio.backprop.ui.design.designer;

import studio.backprop.ui.design.designer.edit.Camera;
import studio.backprop.ui.design.designer.edit.Conversation;

/** Gesture that pans the canvas. Screen coordinates, as the canvas itself moves. */
public final class Pan implements Conversation {
  private final Camera camera;
  private final double startX;
  private final double startY;
  private double lastX;
  private double lastY;

  public Pan(Camera camera, double screenX, double screenY) {
    this.camera = camera;
    startX = lastX = screenX;
    startY = lastY = screenY;
  }

  @Override
  public void move(double screenX, double screenY) {
    camera.pan(screenX - lastX, screenY - lastY);
    lastX = screenX;
    lastY = screenY;
  }

  @Override
  public void commit() {
    // panning does not change the document
  }

  @Override
  public void cancel() {
    move(startX, startY);
  }
}
