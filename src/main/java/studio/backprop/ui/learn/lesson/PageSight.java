package studio.backprop.ui.learn.lesson;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Scrolls a part of a lesson page into view after layout. */
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

  /** @param first of the reply @param last of the reply */
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

  /** Called once a frame. */
  void look() {
    if (wanted != Part.NONE && !page.isNeedsLayout()) {
      bring();
      wanted = Part.NONE;
    }
  }

  /** Scrolls to the top of the page, or to the beginning of the reply. */
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
