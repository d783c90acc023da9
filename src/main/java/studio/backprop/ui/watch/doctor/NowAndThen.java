package studio.backprop.ui.watch.doctor;

/** Says when it is time for another word: often enough to be followed, not so often that drawing takes the time of what is told. */
final class NowAndThen {
  private static final long NANOS_TOLD = 150_000_000L;

  private long last;

  /** Whether a word is due, which is then taken as said. */
  boolean isDue() {
    long now = System.nanoTime();
    boolean due = last == 0 || now - last > NANOS_TOLD;
    last = due ? now : last;
    return due;
  }
}
