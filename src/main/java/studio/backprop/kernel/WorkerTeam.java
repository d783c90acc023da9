package studio.backprop.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Thread pool with dynamic scheduling: the caller claims chunks from the first on, daemon threads from the last on, so that each core
 * mostly reuses its cached data of the previous job. A late helper costs nothing, as the caller takes unclaimed chunks; a helper preempted
 * within a chunk must be waited for. Where that takes a third of the time, the cores are contended, and the caller works alone for a
 * multiple of the waiting time. Occasional preemption, as on a shared host, costs less than working alone.
 */
final class WorkerTeam implements Workers {
  /** Spinning time of a helper before it sleeps, longer than most pauses within a training step; nanoseconds. */
  private static final long WATCH_NANOS = 200_000;

  /** A wait longer than this, and than two chunks, is slow. */
  private static final long SLOW_JOIN_NANOS = 500_000;

  /** Single-threaded time after contention, as a multiple of the waiting time. */
  private static final int ALONE_FOR_WAITED = 20;

  private static final long LONGEST_ALONE_NANOS = 1_000_000_000;

  /** Period over which shared jobs are evaluated. */
  private static final long TRIAL_NANOS = 10_000_000;

  /** Chunks are counted in 16 bits. */
  private static final int MOST_CHUNKS = 0xffff;

  private final Helper[] helpers;
  private final AtomicBoolean taken = new AtomicBoolean();

  /** Packed for atomic claims: job number, 32 bits; end of the unclaimed chunks, 16 bits; first of them, 16 bits. */
  private final AtomicLong state = new AtomicLong();

  private final AtomicInteger finished = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile Job job;
  private volatile boolean closed;
  private long trialNanos;
  private long waitedNanos;
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
    // a nested job, or one of a second thread, finds the team taken
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
    int own = claimAll(false);
    long claimed = System.nanoTime();
    long waited = join(chunks);
    if (waited > Math.max(SLOW_JOIN_NANOS, 2 * (claimed - start) / Math.max(1, own))) {
      waitedNanos += waited;
    }
    trialNanos += claimed - start + waited;
    judge(claimed + waited);
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

  /** Runs chunks until all are claimed. @return their number */
  private int claimAll(boolean fromLast) {
    int count = 0;
    while (true) {
      long seen = state.get();
      Job current = job;
      if (!hasUnclaimed(seen)) {
        return count;
      }
      if (state.compareAndSet(seen, fromLast ? seen - (1 << 16) : seen + 1)) {
        runChunk(current, fromLast ? end(seen) - 1 : first(seen));
        count++;
      }
    }
  }

  private static boolean hasUnclaimed(long state) {
    return first(state) < end(state);
  }

  private static int first(long state) {
    return (int) state & MOST_CHUNKS;
  }

  private static int end(long state) {
    return (int) (state >>> 16) & MOST_CHUNKS;
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

  /** @return waiting time in nanoseconds */
  private long join(int chunks) {
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
    return waited;
  }

  /** Switches to a single thread where waiting took a third of the last jobs. */
  private void judge(long now) {
    if (trialNanos < TRIAL_NANOS) {
      return;
    }
    aloneNanos = 3 * waitedNanos > trialNanos ? Math.min(LONGEST_ALONE_NANOS, ALONE_FOR_WAITED * waitedNanos) : 0;
    aloneSince = now;
    trialNanos = 0;
    waitedNanos = 0;
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
        claimAll(true);
        watch();
      }
    }

    /** Spins, then sleeps, until there may be a job. */
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

    /** Announces the sleep, then checks once more, so that a job announced in between is not missed. */
    private void sleep() {
      asleep = true;
      if (!hasUnclaimed(state.get()) && !closed) {
        LockSupport.park(WorkerTeam.this);
      }
      asleep = false;
    }
  }
}
