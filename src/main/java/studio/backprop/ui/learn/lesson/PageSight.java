package studio.backprop.ui.learn.lesson;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Brings a part of the page of a lesson into sight, once it is laid out. */
final class PageSight {
  private static final double GAP = 12;

  private final ScrollPane scroll;
  private final Region page;
  private final Node first;
  private final Node last;
  private Part wanted = Part.NONE;

  private enum Part {
    NONE, TOP, REPLY
  }

  /** @param first of the reply, down to the last of it */
  PageSight(ScrollPane scroll, Region page, Node first, Node last) {
    this.scroll = scroll;
    this.page = page;
    this.first = first;
    this.last = last;
  }

  void wantTop() {
    wanted = Part.TOP;
  }

  void wantReply() {
    wanted = Part.REPLY;
  }

  void wantNothing() {
    wanted = Part.NONE;
  }

  /** In each frame in which something may be brought into sight. */
  void look() {
    if (wanted != Part.NONE && !page.isNeedsLayout()) {
      bring();
      wanted = Part.NONE;
    }
  }

  /** The top of the page, or as much of the reply as there is room for, from its beginning on. */
  private void bring() {
    double room = scroll.getViewportBounds().getHeight();
    double hidden = page.getHeight() - room;
    if (wanted == Part.TOP || hidden <= 0) {
      scroll.setVvalue(0);
      return;
    }
    double end = last.getBoundsInParent().getMaxY() + GAP;
    double start = first.getBoundsInParent().getMinY() - GAP;
    if (end > scroll.getVvalue() * hidden + room) {
      scroll.setVvalue(Math.max(0, Math.min(1, Math.min(start, end - room) / hidden)));
    }
  }
}
