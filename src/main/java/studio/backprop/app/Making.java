package studio.backprop.app;

import java.util.ArrayDeque;
import java.util.Deque;
import studio.backprop.ui.kit.Pulse;

/**
 * Incremental construction of the window in fixed order: piece by piece while idle, so that the window stays responsive, or all at once on
 * demand.
 */
final class Making {
  /** @param needed whether it is part of {@link #finish} */
  private record Piece(Runnable work, boolean needed) {}

  private final Deque<Piece> toCome = new ArrayDeque<>();
  private boolean stopped;
  private boolean held;

  /** Suspends background construction while the user waits for something else. */
  void hold(boolean wanted) {
    held = wanted;
  }

  /** Appends a piece, which may append others. */
  void add(Runnable piece) {
    toCome.add(new Piece(piece, true));
  }

  /** Appends a preloading piece, skipped on demand. */
  void addOptional(Runnable piece) {
    toCome.add(new Piece(piece, false));
  }

  boolean isDone() {
    return toCome.isEmpty();
  }

  /** Builds all needed pieces now. */
  void finish() {
    while (!isDone()) {
      if (toCome.peek().needed()) {
        next();
      } else {
        toCome.remove();
      }
    }
  }

  /**
   * Builds the pieces while the JavaFX thread is idle.
   *
   * @param then called at the end
   */
  void goOn(Pulse pulse, Runnable then) {
    pulse.soon(() -> {
      if (stopped) {
        return;
      }
      if (held) {
        goOn(pulse, then); // in a later frame
        return;
      }
      if (isDone()) {
        then.run();
      } else {
        next();
        goOn(pulse, then);
      }
    });
  }

  void stop() {
    stopped = true;
    toCome.clear();
  }

  /** A failed piece stays pending, so that the failure recurs on demand. */
  private void next() {
    toCome.peek().work().run();
    toCome.remove();
  }
}
