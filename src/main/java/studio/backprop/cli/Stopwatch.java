package studio.backprop.cli;

/** Measures executions per second. */
final class Stopwatch {
  private Stopwatch() {}

  /** Executions per second over one window. Reads the clock rarely: the work may take less than a microsecond. */
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
      // about a hundredth of the window between two readings of the clock
      round = Math.max(1, Math.min(done, done * most / 100 / Math.max(1, elapsed)));
    } while (elapsed < most);
    return done * 1e9 / elapsed;
  }
}
