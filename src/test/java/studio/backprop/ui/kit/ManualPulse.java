package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.util.Subscription;

/** A pulse for tests, which beats when it is told to. */
public final class ManualPulse implements Pulse {
  private static final int PATIENCE = 30_000;
  private static final long A_MOMENT = 1_000_000;

  private final List<Runnable> tasks = new ArrayList<>();
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  @Override
  public Subscription subscribe(Runnable everyFrame) {
    tasks.add(everyFrame);
    return () -> tasks.remove(everyFrame);
  }

  @Override
  public void soon(Runnable once) {
    waiting.add(once);
  }

  /** One frame: what was handed over runs first, then every subscriber. */
  public void tick() {
    for (Runnable once = waiting.poll(); once != null; once = waiting.poll()) {
      once.run();
    }
    List.copyOf(tasks).forEach(Runnable::run);
  }

  /** Beats until it is so; what other threads do takes its time. */
  public void until(BooleanSupplier so) {
    for (int i = 0; i < PATIENCE && !so.getAsBoolean(); i++) {
      tick();
      LockSupport.parkNanos(A_MOMENT);
    }
    assertThat(so.getAsBoolean()).isTrue();
  }

  public int subscribers() {
    return tasks.size();
  }
}
