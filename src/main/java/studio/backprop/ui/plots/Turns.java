package studio.backprop.ui.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.util.Subscription;
import studio.backprop.ui.kit.Pulse;

/**
 * Lets pictures repaint one after the other: at most one of them in a frame, and each at most at every fifth, which is twelve times a
 * second. So no frame becomes long, however many pictures follow a run. A picture that has nothing new, or that nobody
 * sees, is passed over.
 */
final class Turns implements AutoCloseable {
  private static final int FRAMES = 5;

  private final List<Turn> turns = new ArrayList<>();
  private final Subscription subscription;
  private int frame;

  Turns(Pulse pulse) {
    subscription = pulse.subscribe(this::next);
  }

  /** One picture's place in the row. */
  static final class Turn {
    private final BooleanSupplier inSight;
    private final Runnable repaint;
    private boolean wanted = true;

    private Turn(BooleanSupplier inSight, Runnable repaint) {
      this.inSight = inSight;
      this.repaint = repaint;
    }

    private void come() {
      if (wanted && inSight.getAsBoolean()) {
        wanted = false;
        repaint.run();
      }
    }

    /** Asks to be repainted at the next turn. */
    void ask() {
      wanted = true;
    }
  }

  /** @param inSight whether it can be seen; if not, its news wait */
  Turn take(BooleanSupplier inSight, Runnable repaint) {
    Turn turn = new Turn(inSight, repaint);
    turns.add(turn);
    return turn;
  }

  private void next() {
    frame = (frame + 1) % Math.max(FRAMES, turns.size());
    if (frame < turns.size()) {
      turns.get(frame).come();
    }
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
