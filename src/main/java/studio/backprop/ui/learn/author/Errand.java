package studio.backprop.ui.learn.author;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import studio.backprop.lesson.play.Progression;
import studio.backprop.ui.kit.Pulse;

/** Something that takes a while and is done in the background, one at a time: how far it is, and the way to end it early. */
final class Errand {
  private static final double VISIBLE = 0.01;

  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
  private final String name;
  private final Pulse pulse;
  private AtomicBoolean wanted = new AtomicBoolean();

  /** What is done. */
  interface Doing {
    /** @return what the window does once it is done */
    Runnable run(Progression progression);
  }

  /** @param name of its thread */
  Errand(String name, Pulse pulse) {
    this.name = name;
    this.pulse = pulse;
  }

  /** How far it is, from 0 to 1; below 0 while nothing is done. */
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
        if (done - told[0] > VISIBLE) { // only what can be seen is told
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

  /** Ends it without an answer. */
  void cancel() {
    wanted.set(false);
    progress.set(-1);
  }
}
