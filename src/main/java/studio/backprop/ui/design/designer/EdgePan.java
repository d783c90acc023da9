package studio.backprop.ui.design.designer;

import javafx.util.Subscription;
import studio.backprop.ui.design.designer.edit.Camera;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.kit.Pulse;

/** Automatic panning while something is dragged to an edge of the view; faster towards the edge. */
final class EdgePan {
  private static final double EDGE = 28;
  private static final double PX_PER_SECOND = 500;
  private static final double LONGEST_FRAME = 0.05;

  private final DesignerModel model;
  private final Pulse pulse;
  private Subscription subscription = Subscription.EMPTY;
  private boolean running;
  private double x;
  private double y;
  private long lastBeat;

  EdgePan(DesignerModel model, Pulse pulse) {
    this.model = model;
    this.pulse = pulse;
  }

  /** Called with the position of a drag, in view coordinates. */
  void dragAt(double viewX, double viewY) {
    x = viewX;
    y = viewY;
    boolean wanted = push(x, model.camera().window().x(), model.camera().window().right()) != 0
        || push(y, model.camera().window().y(), model.camera().window().bottom()) != 0;
    if (wanted && !running) {
      lastBeat = System.nanoTime();
      subscription = pulse.subscribe(this::beat);
      running = true;
    } else if (!wanted) {
      stop();
    }
  }

  void stop() {
    subscription.unsubscribe();
    running = false;
  }

  private void beat() {
    long now = System.nanoTime();
    double way = PX_PER_SECOND * Math.min(LONGEST_FRAME, (now - lastBeat) / 1e9);
    lastBeat = now;
    Camera camera = model.camera();
    camera.pan(way * push(x, camera.window().x(), camera.window().right()), way * push(y, camera.window().y(), camera.window().bottom()));
    model.hand().moveTo(camera.canvasX(x), camera.canvasY(y));
  }

  /** From 1 at the near edge to −1 at the far one, 0 between. */
  private static double push(double at, double from, double to) {
    return Math.max(0, Math.min(1, (from + EDGE - at) / EDGE)) - Math.max(0, Math.min(1, (at - to + EDGE) / EDGE));
  }
}
