package studio.backprop.ui.design.designer.wire;

/**
 * Limit of the curves created in one frame. A deep network with a wire for each weight has tens of thousands, which would block the window
 * for a second or two: they are created over several frames.
 */
final class CurveBudget {
  private static final int IN_A_FRAME = 1500;

  private int left = IN_A_FRAME;
  private boolean refused;

  /** Starts another frame. */
  void refill() {
    left = IN_A_FRAME;
    refused = false;
  }

  /** Whether so many may be created now; the first wire of a frame always may. */
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
