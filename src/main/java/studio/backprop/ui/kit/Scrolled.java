package studio.backprop.ui.kit;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Panes that scroll. */
public final class Scrolled {
  private Scrolled() {}

  /** Up and down alone: the content is as wide as the pane, which may become as narrow as it has to. */
  public static ScrollPane upright(Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinWidth(0);
    return scroll;
  }
}
