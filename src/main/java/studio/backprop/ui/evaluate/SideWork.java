package studio.backprop.ui.evaluate;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.QuietPool;

/**
 * Computes one thing at a time beside the screen, on threads that give way to everything else; whatever is asked for next stops what is
 * computed just now, and only the last answer is heard.
 */
public final class SideWork implements AutoCloseable {
  private final Pulse pulse;
  private final ForkJoinPool pool;
  private AtomicBoolean stopped = new AtomicBoolean();

  public SideWork(Pulse pulse, String name) {
    this.pulse = pulse;
    this.pool = QuietPool.of(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), name);
  }

  /**
   * To be called on the screen's thread, as {@code heard} is.
   *
   * @param work is told by its argument whether to stop
   */
  public <A> void ask(Function<BooleanSupplier, A> work, Consumer<A> heard) {
    cancel();
    AtomicBoolean mine = new AtomicBoolean();
    stopped = mine;
    pool.execute(() -> {
      A answer = work.apply(mine::get);
      pulse.soon(() -> {
        if (!mine.get()) {
          heard.accept(answer);
        }
      });
    });
  }

  /** Nobody hears what is computed just now. */
  public void cancel() {
    stopped.set(true);
  }

  @Override
  public void close() {
    cancel();
    pool.shutdown(); // what is computed just now stops by itself
  }
}
