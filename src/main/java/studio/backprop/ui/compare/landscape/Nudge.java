package studio.backprop.ui.compare.landscape;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** Shift+arrow: moves the start of a test surface. */
enum Nudge {
  LEFT(KeyCode.LEFT, -1, 0),
  RIGHT(KeyCode.RIGHT, 1, 0),
  UP(KeyCode.UP, 0, 1),
  DOWN(KeyCode.DOWN, 0, -1);

  /** As a share of the view. */
  private static final double STEP = 0.02;

  private final KeyCode arrow;
  private final int right;
  private final int up;

  Nudge(KeyCode arrow, int right, int up) {
    this.arrow = arrow;
    this.right = right;
    this.up = up;
  }

  static Optional<Nudge> of(KeyCode key) {
    return Arrays.stream(values()).filter(nudge -> nudge.arrow == key).findFirst();
  }

  void move(MapView map) {
    map.moveStart(right * STEP, up * STEP);
  }

  String arrow() {
    return arrow.getName();
  }

  String key() {
    return "landscape.direction." + name().toLowerCase(Locale.ROOT);
  }
}
