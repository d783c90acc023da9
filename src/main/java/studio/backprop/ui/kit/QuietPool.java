package studio.backprop.ui.kit;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/** Threads for work beside the screen that gives way to everything else; they keep no program alive. */
public final class QuietPool {
  private QuietPool() {}

  /** @param name of its threads */
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
