package studio.backprop.ui.design.designer;

/** Animation of the chevrons on the wires: they move for one sweep after each training step. */
public final class Flow {
  private static final double PX_PER_SECOND = 36;
  private static final double SWEEP_SECONDS = 0.4;

  private long step = -1;
  private double left;
  private double way;

  /** @return whether anything moved */
  public boolean advance(long newStep, double seconds) {
    if (newStep != step) {
      left = newStep > step && step >= 0 ? SWEEP_SECONDS : 0;
      step = newStep;
    }
    double moving = Math.min(left, seconds);
    left -= moving;
    way += moving * PX_PER_SECOND;
    return moving > 0;
  }

  /** Offset of the chevrons against the data flow, in px. */
  double way() {
    return way;
  }

  boolean still() {
    return left <= 0;
  }
}
