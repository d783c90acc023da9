package studio.backprop.ui.design.designer.edit;

import java.util.function.DoubleConsumer;
import studio.backprop.ui.workspace.run.ManualWeights;

/** A drag up or down that sets a weight while it goes on; cancel gives the old value back. All of it is one edit. */
public final class SetWeight implements Conversation {
  /** So far is 1, in px of the screen. */
  private static final double ONE = 60;
  /** Values come in hundredths: a person can hit those again. */
  private static final double FINE = 100;

  private final ManualWeights weights;
  private final HandNumber number;
  private final float before;
  private final double y;
  private final double zoom;
  private final DoubleConsumer shown;
  private final Runnable ended;
  private boolean moved;
  private float last;

  /**
   * @param before what it is now
   * @param y where the drag begins
   * @param shown hears of each value
   * @param ended hears of the end
   */
  public SetWeight(ManualWeights weights, HandNumber number, float before, double y, double zoom, DoubleConsumer shown, Runnable ended) {
    this.weights = weights;
    this.number = number;
    this.before = before;
    this.y = y;
    this.zoom = zoom;
    this.shown = shown;
    this.ended = ended;
    this.last = before;
  }

  @Override
  public void move(double toX, double toY) {
    float value = (float) (Math.rint((before + (y - toY) * zoom / ONE) * FINE) / FINE);
    if (value != last) {
      weights.set(number.node(), number.parameter(), number.index(), value, moved);
      moved = true;
      last = value;
      shown.accept(value);
    }
  }

  @Override
  public boolean goesFar() {
    return false;
  }

  @Override
  public void commit() {
    ended.run();
  }

  @Override
  public void cancel() {
    if (moved) {
      weights.giveBack(before);
    }
    ended.run();
  }
}
