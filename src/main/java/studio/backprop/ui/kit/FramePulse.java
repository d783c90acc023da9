package studio.backprop.ui.kit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.util.Subscription;

/** Pulse of the JavaFX window: one beat a frame; none without listeners or after the window is gone. */
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

  /** The current frame does not count as late. */
  public void passOver() {
    lateness.rest();
  }

  /** Stops for good: the toolkit keeps a reference to a running timer and thereby to all listeners. */
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
