package studio.backprop.ui.judge.evaluate;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Faults;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.QuietPool;

/**
 * Computes one thing at a time beside the screen, on threads that give way to everything else; whatever is asked for next stops what is
 * computed just now, and only the last answer is heard. A fault is told, and the answer before it stays.
 */
public final class EvaluationWorker implements AutoCloseable {
  private final ReadOnlyObjectWrapper<Optional<Message>> failure = new ReadOnlyObjectWrapper<>(this, "failure", Optional.empty());
  private final Pulse pulse;
  private final ForkJoinPool pool;
  private AtomicBoolean stopped = new AtomicBoolean();

  public EvaluationWorker(Pulse pulse, String name) {
    this.pulse = pulse;
    this.pool = QuietPool.of(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), name);
  }

  /** Why what was asked for last could not be computed; empty while it could. */
  public ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** See {@link #ask(Function, Consumer, Runnable)}. */
  public <A> void ask(Function<BooleanSupplier, A> work, Consumer<A> heard) {
    ask(work, heard, () -> {});
  }

  /**
   * To be called on the screen's thread, as {@code heard} and {@code failed} are.
   *
   * @param work is told by its argument whether to stop; whatever it throws is told, but that it was stopped
   * @param failed hears that there will be no answer, once {@link #failureProperty} says why
   */
  public <A> void ask(Function<BooleanSupplier, A> work, Consumer<A> heard, Runnable failed) {
    cancel();
    AtomicBoolean mine = new AtomicBoolean();
    stopped = mine;
    pool.execute(() -> {
      try {
        A answer = work.apply(mine::get);
        hear(mine, () -> heard.accept(answer));
      } catch (CancellationException e) {
        mine.set(true); // nobody waits for it
      } catch (RuntimeException | Error e) { // else nobody would hear of it
        Message said = Faults.sentence(e);
        hear(mine, () -> {
          failure.set(Optional.of(said));
          failed.run();
        });
      }
    });
  }

  private void hear(AtomicBoolean mine, Runnable news) {
    pulse.soon(() -> {
      if (!mine.get()) {
        news.run();
      }
    });
  }

  /** Nobody hears what is computed just now. */
  public void cancel() {
    stopped.set(true);
    failure.set(Optional.empty());
  }

  @Override
  public void close() {
    cancel();
    pool.shutdown(); // what is computed just now stops by itself
  }
}
