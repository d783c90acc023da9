package studio.backprop.ui.kit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.util.Subscription;

/** The pulse of the real window: one beat for each frame that is drawn, and none while nobody listens. */
public final class FramePulse implements Pulse {
  private final List<Runnable> tasks = new CopyOnWriteArrayList<>();
  private final AnimationTimer timer = new AnimationTimer() {
    @Override
    public void handle(long now) {
      tasks.forEach(Runnable::run);
    }
  };

  @Override
  public Subscription subscribe(Runnable everyFrame) {
    if (tasks.isEmpty()) {
      timer.start();
    }
    tasks.add(everyFrame);
    return () -> unsubscribe(everyFrame);
  }

  private void unsubscribe(Runnable everyFrame) {
    if (tasks.remove(everyFrame) && tasks.isEmpty()) {
      timer.stop();
    }
  }

  @Override
  public void soon(Runnable once) {
    Platform.runLater(once);
  }
}
