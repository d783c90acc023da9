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

  /** Half a frame of sixty a second: while somebody moves something by hand, a frame may not wait for what others do in the second half. */
  private static final long HURRIED = 8_000_000L;

  /** A hand that moves is heard of again in much less. */
  private static final long HURRY_LASTS = 100_000_000L;

  private static final double TIMES_USUAL = 2;
  private static final double FOLLOWS = 1.0 / 8;

  private volatile long began = Long.MIN_VALUE;
  private volatile long allowed = SHORTEST;
  private volatile long hurriedUntil = Long.MIN_VALUE;
  private double usual;

  /** A frame begins, and the one before has ended. @param now in nanoseconds */
  void frame(long now) {
    if (began != Long.MIN_VALUE) {
      usual += FOLLOWS * (Math.min(now - began, LONGEST) - usual);
      allowed = Math.max(SHORTEST, (long) (TIMES_USUAL * usual));
    }
    began = now;
  }

  /** For a moment each frame is late soon. @param now in nanoseconds */
  void hurry(long now) {
    hurriedUntil = now + HURRY_LASTS;
  }

  /** No frame is to come. */
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
