package studio.backprop.ui.kit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.util.Subscription;

/** The pulse of the real window: one beat for each frame that is drawn, none while nobody listens, and none when the window is gone. */
public final class FramePulse implements Pulse, AutoCloseable {
  private final List<Runnable> tasks = new CopyOnWriteArrayList<>();
  private final AnimationTimer timer = new AnimationTimer() {
    @Override
    public void handle(long now) {
      lateness.frame(System.nanoTime());
      tasks.forEach(Runnable::run);
    }
  };
  private final Lateness lateness = new Lateness();
  private boolean closed;

  @Override
  public Subscription subscribe(Runnable everyFrame) {
    if (closed) {
      return Subscription.EMPTY;
    }
    if (tasks.isEmpty()) {
      timer.start();
    }
    tasks.add(everyFrame);
    return () -> unsubscribe(everyFrame);
  }

  private void unsubscribe(Runnable everyFrame) {
    if (tasks.remove(everyFrame) && tasks.isEmpty()) {
      timer.stop();
      lateness.rest();
    }
  }

  @Override
  public boolean isLate() {
    return lateness.isLate(System.nanoTime());
  }

  @Override
  public void hurry() {
    lateness.hurry(System.nanoTime());
  }

  /** What kept this frame so long was meant to: it is not late. */
  public void passOver() {
    lateness.rest();
  }

  /** Stops for good: the toolkit holds a timer that runs, and with it all that listens. */
  @Override
  public void close() {
    closed = true;
    timer.stop();
    lateness.rest();
    tasks.clear();
  }

  @Override
  public void soon(Runnable once) {
    Platform.runLater(once);
  }
}
