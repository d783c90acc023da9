package studio.backprop.kernel;

/**
 * Threads that share one job by taking numbered chunks. Chunks and the order of sums never depend on who ran them, so a result has the
 * same bits with any number of threads.
 */
public interface Workers {
  /** One numbered piece of a job. */
  @FunctionalInterface
  interface Job {
    void run(int chunk);
  }

  int threads();

  /** Runs chunks 0 to {@code chunks - 1}, each exactly once, and returns when all are done. */
  void run(int chunks, Job job);
}
