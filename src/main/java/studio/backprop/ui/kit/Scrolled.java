package studio.backprop.ui.kit;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Factory of scroll panes. */
public final class Scrolled {
  private Scrolled() {}

  /** Vertical scrolling only: the content is as wide as the pane. */
  public static ScrollPane upright(Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinWidth(0);
    return scroll;
  }

  public static void reveal(ScrollPane pane, Node part) {
    pane.layout();
    Bounds inside = pane.getContent().sceneToLocal(part.localToScene(part.getLayoutBounds()));
    double shown = pane.getViewportBounds().getHeight();
    double room = pane.getContent().getLayoutBounds().getHeight() - shown;
    double now = pane.getVvalue() * room;
    double least = Math.min(inside.getMinY(), inside.getMaxY() - shown);
    double wanted = Math.max(least, Math.min(now, inside.getMinY()));
    pane.setVvalue(room <= 0 ? 0 : Math.max(0, Math.min(1, wanted / room)));
  }
}
