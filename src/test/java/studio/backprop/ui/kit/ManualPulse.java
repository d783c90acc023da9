package studio.backprop.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.util.Subscription;

/** A pulse for tests, which beats when it is told to. */
public final class ManualPulse implements Pulse {
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

  public int subscribers() {
    return tasks.size();
  }
}
