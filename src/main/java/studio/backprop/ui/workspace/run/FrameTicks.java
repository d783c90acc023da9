package studio.backprop.ui.workspace.run;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

final class FrameTicks {
  private static final int FRAMES_BETWEEN = 4;

  private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper(this, "count");
  private boolean news;
  private int framesSince;

  void announce() {
    news = true;
  }

  /** Redraw tick, at most every fourth frame; immediate where training begins or stops. */
  void frame(boolean turn) {
    framesSince++;
    if (turn || news && framesSince >= FRAMES_BETWEEN) {
      news = false;
      framesSince = 0;
      count.set(count.get() + 1);
    }
  }

  boolean ticked() {
    return framesSince == 0;
  }

  ReadOnlyLongProperty countProperty() {
    return count.getReadOnlyProperty();
  }
}
