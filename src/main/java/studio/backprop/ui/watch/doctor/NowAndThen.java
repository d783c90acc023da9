package studio.backprop.ui.watch.doctor;

/** Rate limiter of progress reports, so that drawing does not take the time of the computation. Not thread-safe. */
final class NowAndThen {
  private static final long NANOS_TOLD = 150_000_000L;

  private long last;

  /** Whether a report is due; resets the interval if so. */
  boolean isDue() {
    long now = System.nanoTime();
    boolean due = last == 0 || now - last > NANOS_TOLD;
    last = due ? now : last;
    return due;
  }
}
