package studio.backprop.op;

/** What the pools ask of a sweep. */
final class Pool {
  private Pool() {}

  /** @throws IllegalArgumentException if padding could fill a whole window */
  static void requireNumbers(Sweep sweep) {
    if (sweep.before() >= sweep.kernel() || sweep.after() >= sweep.kernel()) {
      throw new IllegalArgumentException("padding must be smaller than the window, but was " + sweep);
    }
  }

  /** Windows of two places side by side. */
  static boolean isQuad(Sweep sweep) {
    return sweep.kernel() == 2 && sweep.stride() == 2 && sweep.before() == 0 && sweep.after() == 0;
  }
}
