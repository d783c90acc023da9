package studio.backprop.ui.judge.evaluate;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.QuietPool;
import studio.backprop.ui.kit.page.PageWorker;

/**
 * Executes one computation at a time in the background, on low-priority threads; a new request cancels the one before, and only the last
 * result is delivered. After a fault the result before it stays. JavaFX thread only.
 */
public final class EvaluationWorker extends PageWorker {
  private final ReadOnlyObjectWrapper<Optional<Message>> failure = new ReadOnlyObjectWrapper<>(this, "failure", Optional.empty());
  private final ForkJoinPool pool;

  public EvaluationWorker(Pulse pulse, String name) {
    super(pulse);
    this.pool = QuietPool.of(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), name);
  }

  /** Cause of the failure of the last request; empty without one. */
  public ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** See {@link #ask(Function, Consumer, Runnable)}. */
  public <A> void ask(Function<BooleanSupplier, A> work, Consumer<A> heard) {
    ask(work, heard, () -> {});
  }

  /**
   * JavaFX thread only, {@code heard} and {@code failed} included.
   *
   * @param work polls its argument for cancellation; its exceptions are reported unless cancelled
   * @param failed notified of a failure, after {@link #failureProperty} is set
   */
  public <A> void ask(Function<BooleanSupplier, A> work, Consumer<A> heard, Runnable failed) {
    cancel();
    begin(pool, request -> work.apply(request::isOver), heard, said -> {
      failure.set(Optional.of(said));
      failed.run();
    });
  }

  /** Cancels without delivering a result. */
  public void cancel() {
    stop();
    failure.set(Optional.empty());
  }

  @Override
  public void close() {
    cancel();
    pool.shutdown(); // a running computation ends by itself
  }
}
