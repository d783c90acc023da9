package studio.backprop.ui.learn.author;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import studio.backprop.lesson.play.Progression;
import studio.backprop.ui.kit.Pulse;

/** Background task of the author tools with progress and cancellation; one at a time. */
final class Errand {
  private static final double VISIBLE = 0.01;

  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
  private final String name;
  private final Pulse pulse;
  private AtomicBoolean wanted = new AtomicBoolean();

  /** The work. */
  interface Doing {
    /** @return run on the JavaFX thread afterwards */
    Runnable run(Progression progression);
  }

  Errand(String name, Pulse pulse) {
    this.name = name;
    this.pulse = pulse;
  }

  /** Progress, from 0 to 1; below 0 while idle. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  boolean busy() {
    return progress.get() >= 0;
  }

  void begin(Doing doing) {
    AtomicBoolean mine = new AtomicBoolean(true);
    wanted = mine;
    progress.set(0);
    double[] told = new double[1];
    Thread thread = new Thread(() -> {
      Runnable then = doing.run(done -> {
        if (done - told[0] > VISIBLE) { // only visible progress is reported
          told[0] = done;
          soon(mine, () -> progress.set(done));
        }
        return mine.get();
      });
      soon(mine, () -> {
        mine.set(false);
        progress.set(-1);
        then.run();
      });
    }, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void soon(AtomicBoolean mine, Runnable task) {
    pulse.soon(() -> {
      if (mine.get()) {
        task.run();
      }
    });
  }

  void cancel() {
    wanted.set(false);
    progress.set(-1);
  }
}
