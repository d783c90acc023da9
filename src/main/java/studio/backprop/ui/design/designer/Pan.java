package studio.backprop.ui.design.designer;

import studio.backprop.ui.design.designer.edit.Camera;
import studio.backprop.ui.design.designer.edit.Conversation;

/** Pulling the canvas under the view. Its places are on the screen, as the canvas itself moves. */
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
    // the view is where it was pulled to; nothing of the document has changed
  }

  @Override
  public void cancel() {
    move(startX, startY);
  }
}
