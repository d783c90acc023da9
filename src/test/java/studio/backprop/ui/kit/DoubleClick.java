package studio.backprop.ui.kit;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.testfx.util.WaitForAsyncUtils;

/** A double click for tests. The platform counts clicks by the clock: to two of a robot on a busy machine it may be two single ones. */
public final class DoubleClick {
  private static final int PATIENCE_MILLIS = 60_000;

  private DoubleClick() {}

  /** In the middle of a node. */
  public static void on(Node node) {
    on(node, node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY());
  }

  /** At a place within a node. */
  public static void on(Node node, double x, double y) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> {
      for (int count = 1; count <= 2; count++) {
        fire(MouseEvent.MOUSE_PRESSED, node, x, y, count);
        fire(MouseEvent.MOUSE_RELEASED, node, x, y, count);
        fire(MouseEvent.MOUSE_CLICKED, node, x, y, count);
      }
    });
    Frames.next();
  }

  private static void fire(EventType<MouseEvent> type, Node node, double x, double y, int count) {
    Point2D scene = node.localToScene(x, y);
    Point2D screen = node.localToScreen(x, y);
    boolean down = type == MouseEvent.MOUSE_PRESSED;
    Event.fireEvent(node, new MouseEvent(type, scene.getX(), scene.getY(), screen.getX(), screen.getY(), MouseButton.PRIMARY, count,
        false, false, false, false, down, false, false, true, false, true, null));
  }
}
