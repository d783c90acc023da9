package studio.backprop.ui.kit.page;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Faults;
import studio.backprop.ui.kit.Pulse;

/**
 * Computes for a page in the background, one request at a time: a newer request cancels the one before, and only results of the newest are
 * delivered. Requested and delivered on the JavaFX thread.
 */
public abstract class PageWorker implements AutoCloseable {
  private final Pulse pulse;
  private Request newest = new Request();

  protected PageWorker(Pulse pulse) {
    this.pulse = pulse;
    stop();
  }

  /** Request under way, as seen by its computation. Thread-safe. */
  protected final class Request {
    private final AtomicBoolean over = new AtomicBoolean();

    private Request() {}

    /** Whether its result is no longer wanted; the computation may then end by a {@link CancellationException}. */
    public boolean isOver() {
      return over.get();
    }

    /** Ends the computation if its result is no longer wanted. */
    public void check() {
      if (isOver()) {
        throw new CancellationException();
      }
    }

    /** Delivers an intermediate result. */
    public void publish(Runnable news) {
      pulse.soon(() -> {
        if (!over.get()) {
          news.run();
        }
      });
    }

    private void end(Runnable news) {
      pulse.soon(() -> {
        if (!over.getAndSet(true)) {
          news.run();
        }
      });
    }
  }

  /**
   * Starts a computation and cancels the one before.
   *
   * @param ended receives its result
   * @param failed receives the cause of its failure
   */
  protected final <A> void begin(Executor executor, Function<Request, A> work, Consumer<A> ended, Consumer<Message> failed) {
    stop();
    Request mine = new Request();
    newest = mine;
    executor.execute(() -> {
      try {
        mine.check();
        A result = work.apply(mine);
        mine.end(() -> ended.accept(result));
      } catch (CancellationException e) {
        mine.over.set(true); // superseded
      } catch (RuntimeException | Error e) { // else it would stay in progress forever
        Message said = Faults.sentence(e);
        mine.end(() -> failed.accept(said));
      }
    });
  }

  /** Whether nothing is being computed. */
  public final boolean isFree() {
    return newest.isOver();
  }

  /** Cancels the computation without a result. */
  public final void stop() {
    newest.over.set(true);
  }
}
