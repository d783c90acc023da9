package studio.backprop.ui.watch.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.util.Subscription;
import studio.backprop.ui.kit.Pulse;

/**
 * Scheduler that repaints pictures in turn, at most two per open frame, so that frames stay short however many pictures follow a run: at
 * fifteen open frames a second each of four is painted seven times. Pictures without news or out of view are skipped.
 */
final class PaintTurns implements AutoCloseable {
  private static final int PLACES = 4;
  private static final int IN_A_FRAME = 2;

  private final List<Turn> turns = new ArrayList<>();
  private final Subscription subscription;
  private final BooleanSupplier open;
  private int place;

  /** @param open whether pictures may be painted in this frame */
  PaintTurns(Pulse pulse, BooleanSupplier open) {
    this.open = open;
    subscription = pulse.subscribe(this::next);
  }

  /** Slot of one picture. */
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

    /** Requests a repaint at the next turn. */
    void ask() {
      wanted = true;
    }
  }

  /** @param inSight whether it is visible; if not, its news wait */
  Turn take(BooleanSupplier inSight, Runnable repaint) {
    Turn turn = new Turn(inSight, repaint);
    turns.add(turn);
    return turn;
  }

  private void next() {
    for (int i = 0; i < IN_A_FRAME && open.getAsBoolean(); i++) {
      place = (place + 1) % Math.max(PLACES, turns.size());
      if (place < turns.size()) {
        turns.get(place).come();
      }
    }
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
