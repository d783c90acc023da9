package studio.backprop.ui.kit;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Throttle of background work: while training runs, rests several times as long as it worked (9 times is 10 % of a core). Cancels by an
 * exception. Not thread-safe.
 */
public final class GivingWay {
  private static final int REST = 9;
  /** Shorter pauses cost more than they save, in ns. */
  private static final long LEAST = 2_000_000;
  private static final long MOST = 200_000_000;

  private final BooleanSupplier stopped;
  private final BooleanSupplier training;
  private final int share;
  private long since = System.nanoTime();

  public GivingWay(BooleanSupplier stopped, BooleanSupplier training) {
    this(stopped, training, REST);
  }

  /** @param share ratio of rest to work */
  public GivingWay(BooleanSupplier stopped, BooleanSupplier training, int share) {
    this.stopped = stopped;
    this.training = training;
    this.share = share;
  }

  /** Call every few milliseconds of work. */
  public void rest() {
    if (stopped.getAsBoolean()) {
      throw new CancellationException();
    }
    long worked = System.nanoTime() - since;
    if (!training.getAsBoolean()) {
      since = System.nanoTime();
    } else if (worked >= LEAST) {
      pause(share * worked);
    }
  }

  /** Sleeps; returns early by an exception when cancelled. */
  public void pause(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0 && !stopped.getAsBoolean() && training.getAsBoolean(); left = end - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, MOST));
    }
    since = System.nanoTime();
  }
}
