package studio.backprop.kernel;

/** Single-threaded: runs every chunk in order. */
final class OneThread implements Workers {
  @Override
  public int threads() {
    return 1;
  }

  @Override
  public void run(int chunks, Job job) {
    inOrder(0, chunks, job);
  }

  /** Runs the remaining chunks even after a failure, then throws the first exception. */
  static void inOrder(int from, int chunks, Job job) {
    int chunk = from;
    try {
      for (; chunk < chunks; chunk++) {
        job.run(chunk);
      }
    } catch (RuntimeException | Error first) {
      try {
        inOrder(chunk + 1, chunks, job);
      } catch (RuntimeException | Error later) {
        first.addSuppressed(later);
      }
      throw first;
    }
  }

  @Override
  public void close() {
    // nothing to close
  }
}
