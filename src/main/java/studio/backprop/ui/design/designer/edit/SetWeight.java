package studio.backprop.ui.design.designer.edit;

import java.util.function.DoubleConsumer;
import studio.backprop.ui.workspace.run.ManualWeights;

/** Gesture that changes a weight by a vertical drag, with immediate effect; cancel restores the old value. One edit. */
public final class SetWeight implements Conversation {
  /** Drag distance of a change by 1, in screen px. */
  private static final double ONE = 60;
  /** Values are multiples of 1/100, so that they can be repeated. */
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
   * @param before current value
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
