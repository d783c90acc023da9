package studio.backprop.ui.workspace.run;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.observe.predict.Replica;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Faults;
import studio.backprop.ui.kit.Pulse;

/** Requests to a replica of the network on a worker thread; at most a fifth of a core during training. */
public final class PredictionRequests implements AutoCloseable {
  private static final int REST = 4;

  private final RunModel run;
  private final Pulse pulse;
  private final ExecutorService worker;
  private final long leastRest;
  /** Used by the worker, and by the training thread while the worker waits for it. */
  private Replica replica;
  private final ReadOnlyObjectWrapper<Optional<Message>> failure = new ReadOnlyObjectWrapper<>(this, "failure", Optional.empty());
  private WeightsVersion failedBy;
  private boolean busy;
  private long restUntil;

  /** @param leastRest minimum seconds between requests during training */
  public PredictionRequests(RunModel run, Pulse pulse, String name, double leastRest) {
    this.leastRest = (long) (leastRest * 1e9);
    this.run = run;
    this.pulse = pulse;
    this.worker = Executors.newSingleThreadExecutor(work -> thread(work, name));
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  public boolean free() {
    return run.runProperty().get() != null && !busy && !hasFailed() && (!run.playing() || System.nanoTime() >= restUntil);
  }

  /** Why the last request failed; empty if it succeeded. */
  public ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Whether the last request failed for the displayed weights: a repetition would fail again. */
  public boolean hasFailed() {
    return failure.get().isPresent() && run.shownWeights().equals(failedBy);
  }

  /** Permits another attempt after a failure. */
  public void forgive() {
    failure.set(Optional.empty());
  }

  /** Skips the rest: the last request included one-time work. */
  void hurry() {
    restUntil = 0;
  }

  /**
   * Runs a query on the replica. Only while {@link #free}. The result arrives on the JavaFX thread, unless another run is shown by then or
   * a failure occurred.
   */
  public <A> void ask(Function<Replica, A> question, Consumer<A> answered) {
    ask(question, (answer, weights) -> answered.accept(answer));
  }

  /** The same, with the version of the weights. */
  public <A> void ask(Function<Replica, A> question, BiConsumer<A, WeightsVersion> answered) {
    busy = true;
    Run asked = run.runProperty().get();
    WeightsVersion shown = run.shownWeights();
    worker.execute(() -> work(asked, shown, question, answered));
  }

  private <A> void work(Run asked, WeightsVersion shown, Function<Replica, A> question, BiConsumer<A, WeightsVersion> answered) {
    long start = System.nanoTime();
    Optional<A> answer = Optional.empty();
    Optional<Message> fault = Optional.empty();
    long step = 0;
    try {
      replica = run.past().ask(session -> Replica.of(session, replica)).get().orElse(null);
      if (replica != null && replica.data() == asked.data()) {
        step = replica.step();
        answer = Optional.of(question.apply(replica));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      fault = Optional.of(Faults.sentence(e.getCause()));
    } catch (RuntimeException | Error e) { // else it would be lost
      fault = Optional.of(Faults.sentence(e));
    }
    Optional<A> said = answer;
    Optional<Message> why = fault;
    WeightsVersion by = new WeightsVersion(step, shown.handEdits());
    long end = System.nanoTime();
    pulse.soon(() -> {
      failedBy = shown;
      failure.set(asked == run.runProperty().get() ? why : Optional.empty());
      end(asked, said, a -> answered.accept(a, by), end + Math.max(leastRest, REST * (end - start)));
    });
  }

  private <A> void end(Run asked, Optional<A> answer, Consumer<A> answered, long rest) {
    busy = false;
    restUntil = rest;
    answer.filter(a -> asked == run.runProperty().get()).ifPresent(answered);
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
