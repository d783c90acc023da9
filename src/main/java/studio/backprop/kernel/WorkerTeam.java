package studio.backprop.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * The caller and some daemon threads claim the chunks of a job one by one. A helper that is late costs nothing, because the caller takes
 * what nobody has claimed. A helper that the system has put aside in the middle of a chunk must be waited for. Then somebody else wants
 * the cores, and the caller works alone for a while: so long that waiting takes a small share of the time at most.
 */
final class WorkerTeam implements Workers {
  /** How long a helper looks out for the next job before it sleeps: longer than most pauses within a training step. */
  private static final long WATCH_NANOS = 200_000;

  /** Waiting longer than this, and longer than two chunks take, is slow. */
  private static final long SLOW_JOIN_NANOS = 500_000;

  /** How many times as long as it has waited the caller then works alone. */
  private static final int ALONE_FOR_WAITED = 20;

  private static final long LONGEST_ALONE_NANOS = 1_000_000_000;

  /** Chunks of a job are counted in 16 bits. */
  private static final int MOST_CHUNKS = 0xffff;

  private final Helper[] helpers;
  private final AtomicBoolean taken = new AtomicBoolean();

  /** Number of the job, 32 bits; its chunks, 16 bits; the next chunk to claim, 16 bits. One number, so that a claim is one exchange. */
  private final AtomicLong state = new AtomicLong();

  private final AtomicInteger finished = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile Job job;
  private volatile boolean closed;
  private long aloneSince;
  private long aloneNanos;

  WorkerTeam(int threads) {
    helpers = new Helper[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper(i + 1);
      helpers[i].start();
    }
  }

  @Override
  public int threads() {
    return helpers.length + 1;
  }

  @Override
  public void run(int chunks, Job job) {
    // a job within a job, or from a second thread, finds the team taken
    if (chunks < 2 || chunks > MOST_CHUNKS || closed || !taken.compareAndSet(false, true)) {
      OneThread.inOrder(0, chunks, job);
      return;
    }
    try {
      if (aloneNanos > 0 && System.nanoTime() - aloneSince < aloneNanos) {
        OneThread.inOrder(0, chunks, job);
      } else {
        share(chunks, job);
      }
    } finally {
      taken.set(false);
    }
  }

  private void share(int chunks, Job shared) {
    failure.set(null);
    finished.set(0);
    // the job is written before the state that announces it, and read before the state is changed by a claim
    job = shared;
    state.set((state.get() >>> 32) + 1 << 32 | (long) chunks << 16);
    for (Helper helper : helpers) {
      helper.wake();
    }
    long start = System.nanoTime();
    int own = claimAll();
    join(chunks, (System.nanoTime() - start) / Math.max(1, own));
    job = null;
    report(failure.get());
  }

  private static void report(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** Runs chunks until all are claimed; gives how many. */
  private int claimAll() {
    int count = 0;
    while (true) {
      long seen = state.get();
      Job current = job;
      if (!hasUnclaimed(seen)) {
        return count;
      }
      if (state.compareAndSet(seen, seen + 1)) {
        runChunk(current, (int) seen & MOST_CHUNKS);
        count++;
      }
    }
  }

  private static boolean hasUnclaimed(long state) {
    return (state & MOST_CHUNKS) < (state >>> 16 & MOST_CHUNKS);
  }

  private void runChunk(Job current, int chunk) {
    try {
      current.run(chunk);
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    } finally {
      finished.incrementAndGet();
    }
  }

  private void join(int chunks, long chunkNanos) {
    long start = System.nanoTime();
    long waited = 0;
    while (finished.get() < chunks) {
      waited = System.nanoTime() - start;
      if (waited < SLOW_JOIN_NANOS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
    boolean slow = waited > Math.max(SLOW_JOIN_NANOS, 2 * chunkNanos);
    aloneNanos = slow ? Math.min(LONGEST_ALONE_NANOS, ALONE_FOR_WAITED * waited) : 0;
    aloneSince = start + waited;
  }

  @Override
  public void close() {
    closed = true;
    for (Helper helper : helpers) {
      LockSupport.unpark(helper);
    }
  }

  private final class Helper extends Thread {
    private volatile boolean asleep;

    Helper(int number) {
      super("backprop-worker-" + number);
      setDaemon(true);
    }

    void wake() {
      if (asleep) {
        LockSupport.unpark(this);
      }
    }

    @Override
    public void run() {
      while (!closed) {
        claimAll();
        watch();
      }
    }

    /** Returns when there may be something to do. */
    private void watch() {
      long start = System.nanoTime();
      while (!hasUnclaimed(state.get()) && !closed) {
        if (System.nanoTime() - start < WATCH_NANOS) {
          Thread.onSpinWait();
        } else {
          sleep();
        }
      }
    }

    /** Says so first and then looks once more: a job that was announced in between is not missed. */
    private void sleep() {
      asleep = true;
      if (!hasUnclaimed(state.get()) && !closed) {
        LockSupport.park(WorkerTeam.this);
      }
      asleep = false;
    }
  }
}
