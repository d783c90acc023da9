package studio.backprop.ui.design.designer.wire;

/**
 * How many curves may still be made in this frame. A deep network with a wire for each weight has tens of thousands, which would keep the
 * window waiting for a second or two: some appear in each frame.
 */
final class CurveBudget {
  private static final int IN_A_FRAME = 1500;

  private int left = IN_A_FRAME;
  private boolean refused;

  /** Another frame. */
  void refill() {
    left = IN_A_FRAME;
    refused = false;
  }

  /** Whether so many may be made now; the first wire of a frame always may. */
  boolean take(int curves) {
    boolean first = left == IN_A_FRAME;
    if (!first && curves > left) {
      refused = true;
      return false;
    }
    left -= curves;
    return true;
  }

  /** Whether drawing is deferred to the next frame. */
  boolean refused() {
    return refused;
  }
}
