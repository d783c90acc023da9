package studio.backprop.app;

import java.util.ArrayDeque;
import java.util.Deque;
import studio.backprop.ui.kit.Pulse;

/**
 * What is made in pieces, in one order: one after the other while nobody waits for it, so that the window hears a person in between; all
 * that is left at once as soon as somebody asks for it.
 */
final class Making {
  /** @param needed whether it must be there when all is made */
  private record Piece(Runnable work, boolean needed) {}

  private final Deque<Piece> toCome = new ArrayDeque<>();
  private boolean stopped;
  private boolean held;

  /** While it is held, nothing is made in the background: somebody waits for something else. */
  void hold(boolean wanted) {
    held = wanted;
  }

  /** Adds a piece after those that are known. A piece may add further ones. */
  void add(Runnable piece) {
    toCome.add(new Piece(piece, true));
  }

  /** Adds a piece that saves time later, and is left out when somebody waits. */
  void addOptional(Runnable piece) {
    toCome.add(new Piece(piece, false));
  }

  boolean isDone() {
    return toCome.isEmpty();
  }

  /** Makes all that is left and needed, now. */
  void finish() {
    while (!isDone()) {
      if (toCome.peek().needed()) {
        next();
      } else {
        toCome.remove();
      }
    }
  }

  /** Makes the pieces as the screen's thread has time for them. @param then hears when the last of them is made */
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

  /** Makes no more. */
  void stop() {
    stopped = true;
    toCome.clear();
  }

  /** A piece that fails is not taken for made: who asks for all hears of it again. */
  private void next() {
    toCome.peek().work().run();
    toCome.remove();
  }
}
