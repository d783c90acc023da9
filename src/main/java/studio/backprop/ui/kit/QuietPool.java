package studio.backprop.ui.kit;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/** Low-priority daemon thread pool for background work. */
public final class QuietPool {
  private QuietPool() {}

  public static ForkJoinPool of(int threads, String name) {
    return new ForkJoinPool(threads, pool -> thread(pool, name), null, false);
  }

  private static ForkJoinWorkerThread thread(ForkJoinPool pool, String name) {
    ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
    thread.setName(name);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }
}
