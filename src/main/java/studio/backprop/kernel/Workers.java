package studio.backprop.kernel;

/**
 * Threads that share one job by taking numbered chunks. Chunks and the order of sums never depend on who ran them, so a result has the
 * same bits with any number of threads.
 */
public interface Workers extends AutoCloseable {
  /** One numbered piece of a job. */
  @FunctionalInterface
  interface Job {
    void run(int chunk);
  }

  int threads();

  /**
   * Runs chunks 0 to {@code chunks - 1}, each exactly once, and returns when all are done. A job may itself call this: the inner chunks
   * then run on the thread that asks. An exception in a chunk is thrown here after the others have ended.
   */
  void run(int chunks, Job job);

  /** Ends the threads; jobs still run afterwards, on the thread that asks. */
  @Override
  void close();

  /** The given number of threads, of which the one that asks is the first. */
  static Workers of(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, but was " + threads);
    }
    return threads == 1 ? new OneThread() : new WorkerTeam(threads);
  }
}
