package studio.backprop.ui.design.palette;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Progress;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;

/** Background reader with one task at a time; a newer task cancels an older one, whose result is dropped. JavaFX thread only. */
final class Background {
  /** Progress of a task; {@code total} is 0 where unknown. */
  record Stage(long done, long total) {}

  /** Task that runs on the worker thread. */
  interface Work<T> {
    T read(Progress progress) throws DataProblem;
  }

  private final ReadOnlyObjectWrapper<Optional<Stage>> stage = new ReadOnlyObjectWrapper<>(this, "stage", Optional.empty());
  private final Pulse pulse;
  private Task current = new Task();
  private Subscription watching = Subscription.EMPTY;

  Background(Pulse pulse) {
    this.pulse = pulse;
  }

  /** Progress; empty while nothing is read. */
  ReadOnlyObjectProperty<Optional<Stage>> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /** @param done receives the result, {@code failed} the reason of a failure; neither is called if the task is cancelled */
  <T> void start(Work<T> work, Consumer<T> done, Consumer<Message> failed) {
    cancel();
    Task task = new Task();
    current = task;
    stage.set(Optional.of(task.stage));
    watching = pulse.subscribe(() -> stage.set(Optional.of(task.stage)));
    Thread thread = new Thread(() -> run(task, work, done, failed), "reader");
    thread.setDaemon(true);
    thread.start();
  }

  void cancel() {
    current.cancelled = true;
    rest();
  }

  private <T> void run(Task task, Work<T> work, Consumer<T> done, Consumer<Message> failed) {
    try {
      T result = work.read(task);
      pulse.soon(() -> end(task, () -> done.accept(result)));
    } catch (DataProblem problem) {
      pulse.soon(() -> end(task, () -> failed.accept(problem.sentence())));
    } catch (OutOfMemoryError e) {
      pulse.soon(() -> end(task, () -> failed.accept(Message.of("palette.no_memory"))));
    } catch (CancellationException e) {
      // canceled
    }
  }

  private void end(Task task, Runnable then) {
    if (!task.cancelled) {
      rest();
      then.run();
    }
  }

  private void rest() {
    watching.unsubscribe();
    watching = Subscription.EMPTY;
    stage.set(Optional.empty());
  }

  /** One task; progress is set on the worker thread and read on the JavaFX thread. */
  private static final class Task implements Progress {
    private volatile boolean cancelled;
    private volatile Stage stage = new Stage(0, 0);

    @Override
    public void at(long done, long total) {
      stage = new Stage(done, total);
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }
}
