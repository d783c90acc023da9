package studio.backprop.ui.plots;

import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;
import studio.backprop.ui.kit.Pulse;

/**
 * Lets pictures repaint one after the other: at most one of them in a frame, and each at most at every fifth, which is twelve times a
 * second. So no frame becomes long, however many pictures follow a run. A picture that has nothing new is passed over.
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
    private final Runnable repaint;
    private boolean wanted = true;

    private Turn(Runnable repaint) {
      this.repaint = repaint;
    }

    /** Asks to be repainted at the next turn. */
    void ask() {
      wanted = true;
    }
  }

  Turn take(Runnable repaint) {
    Turn turn = new Turn(repaint);
    turns.add(turn);
    return turn;
  }

  private void next() {
    frame = (frame + 1) % Math.max(FRAMES, turns.size());
    if (frame < turns.size() && turns.get(frame).wanted) {
      turns.get(frame).wanted = false;
      turns.get(frame).repaint.run();
    }
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
