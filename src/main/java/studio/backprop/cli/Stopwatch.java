package studio.backprop.cli;

/** Counts how often something can be done in a second. */
final class Stopwatch {
  private Stopwatch() {}

  /** How often it is done in a second, over one window. The clock is read seldom: the work may take no more than a microsecond. */
  static double perSecond(Runnable work, double seconds) {
    long start = System.nanoTime();
    long most = (long) (seconds * 1e9);
    long done = 0;
    long round = 1;
    long elapsed;
    do {
      for (long i = 0; i < round; i++) {
        work.run();
      }
      done += round;
      elapsed = System.nanoTime() - start;
      // about a hundredth of the window between two looks at the clock
      round = Math.max(1, Math.min(done, done * most / 100 / Math.max(1, elapsed)));
    } while (elapsed < most);
    return done * 1e9 / elapsed;
  }
}
