package studio.backprop.ui.workspace.run;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** Ticks when there is something new to see, in every fourth frame at most; where training begins or stops, at once. */
final class FrameTicks {
  private static final int FRAMES_BETWEEN = 4;

  private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper(this, "count");
  private boolean news;
  private int framesSince;

  /** There is something new, which the next tick may show. */
  void announce() {
    news = true;
  }

  /** Another frame. @param turn whether it cannot wait */
  void frame(boolean turn) {
    framesSince++;
    if (turn || news && framesSince >= FRAMES_BETWEEN) {
      news = false;
      framesSince = 0;
      count.set(count.get() + 1);
    }
  }

  /** Whether it has ticked in this frame. */
  boolean ticked() {
    return framesSince == 0;
  }

  ReadOnlyLongProperty countProperty() {
    return count.getReadOnlyProperty();
  }
}
