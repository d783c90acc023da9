package studio.backprop.ui.kit;

/**
 * Detects frames that take much longer than recent ones. Frames are reported on the JavaFX thread; {@link #isLate} may be called on any
 * thread.
 */
final class Lateness {
  /** Two frames at 60 Hz in ns: shorter ones do not delay the user. */
  private static final long SHORTEST = 34_000_000L;

  /** In ns; beyond this the window is hidden or hangs. */
  private static final long LONGEST = 1_000_000_000L;

  /** Half a frame at 60 Hz in ns: limit during a drag. */
  private static final long HURRIED = 8_000_000L;

  /** How long a drag counts as going on after its last event, in ns. */
  private static final long HURRY_LASTS = 100_000_000L;

  private static final double TIMES_USUAL = 2;
  private static final double FOLLOWS = 1.0 / 8;

  private volatile long began = Long.MIN_VALUE;
  private volatile long allowed = SHORTEST;
  private volatile long hurriedUntil = Long.MIN_VALUE;
  private double usual;

  /**
   * Begin of a frame.
   *
   * @param now in nanoseconds
   */
  void frame(long now) {
    if (began != Long.MIN_VALUE) {
      usual += FOLLOWS * (Math.min(now - began, LONGEST) - usual);
      allowed = Math.max(SHORTEST, (long) (TIMES_USUAL * usual));
    }
    began = now;
  }

  /**
   * Tightens the limit for a moment.
   *
   * @param now in nanoseconds
   */
  void hurry(long now) {
    hurriedUntil = now + HURRY_LASTS;
  }

  /** No further frame is expected. */
  void rest() {
    began = Long.MIN_VALUE;
  }

  /** @param now in nanoseconds */
  boolean isLate(long now) {
    long since = began;
    long limit = now < hurriedUntil ? HURRIED : allowed;
    return since != Long.MIN_VALUE && now - since > limit && now - since < LONGEST;
  }
}
