package studio.backprop.kernel;

/**
 * Threads that process numbered chunks of a job. Results are bit-identical for any number of threads, as chunks and the order of sums do
 * not depend on them.
 */
public interface Workers extends AutoCloseable {
  /** Job divided into numbered chunks. */
  @FunctionalInterface
  interface Job {
    void run(int chunk);
  }

  int threads();

  /**
   * Runs chunks 0 to {@code chunks - 1}, each exactly once, and returns when all are done. Nested calls run on the calling thread. An
   * exception in a chunk is rethrown after the others have ended.
   */
  void run(int chunks, Job job);

  /** Stops the threads; later jobs run on the calling thread. */
  @Override
  void close();

  /** @param threads including the calling thread */
  static Workers of(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, but was " + threads);
    }
    return threads == 1 ? new OneThread() : new WorkerTeam(threads);
  }
}
