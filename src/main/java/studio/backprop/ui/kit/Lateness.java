package studio.backprop.ui.kit;

/**
 * Whether a frame takes much longer than frames did lately: somebody waits for the screen. Frames are told by the screen's thread, other
 * threads ask.
 */
final class Lateness {
  /** Two frames of sixty a second: a shorter one nobody waits for. */
  private static final long SHORTEST = 34_000_000L;

  /** Then the screen does not come soon: it is hidden, or hangs. */
  private static final long LONGEST = 1_000_000_000L;

  private static final double TIMES_USUAL = 2;
  private static final double FOLLOWS = 1.0 / 8;

  private volatile long began = Long.MIN_VALUE;
  private volatile long allowed = SHORTEST;
  private double usual;

  /** A frame begins, and the one before has ended. @param now in nanoseconds */
  void frame(long now) {
    if (began != Long.MIN_VALUE) {
      usual += FOLLOWS * (Math.min(now - began, LONGEST) - usual);
      allowed = Math.max(SHORTEST, (long) (TIMES_USUAL * usual));
    }
    began = now;
  }

  /** No frame is to come. */
  void rest() {
    began = Long.MIN_VALUE;
  }

  /** @param now in nanoseconds */
  boolean isLate(long now) {
    long since = began;
    return since != Long.MIN_VALUE && now - since > allowed && now - since < LONGEST;
  }
}
