package studio.backprop.ui.run;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.backprop.train.predict.Replica;
import studio.backprop.train.run.Run;
import studio.backprop.ui.kit.Pulse;

/**
 * Puts questions to a copy of the network, on a thread that neither trains nor draws. While training runs, asking takes at most a fifth of
 * a core.
 */
public final class Questions implements AutoCloseable {
  private static final int REST = 4;

  private final RunModel run;
  private final Pulse pulse;
  private final ExecutorService worker;
  private final long leastRest;
  /** Touched by the worker, and by the training thread while the worker waits for it. */
  private Replica replica;
  private boolean busy;
  private long restUntil;

  /**
   * @param name of the thread
   * @param leastRest seconds between an answer and the next question while training runs
   */
  public Questions(RunModel run, Pulse pulse, String name, double leastRest) {
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

  /** Whether a question may be put now. */
  public boolean free() {
    return run.runProperty().get() != null && !busy && (!run.playing() || System.nanoTime() >= restUntil);
  }

  /**
   * Asks the network as it is now. Only while {@link #free}.
   *
   * @param question is put on the other thread
   * @param answered hears the answer on the screen's thread, unless another run is shown by then
   */
  public <A> void ask(Function<Replica, A> question, Consumer<A> answered) {
    ask(question, (answer, weights) -> answered.accept(answer));
  }

  /** The same. @param answered hears by which weights it was answered, too */
  public <A> void ask(Function<Replica, A> question, BiConsumer<A, WeightsVersion> answered) {
    busy = true;
    Run asked = run.runProperty().get();
    long handEdits = run.shownWeights().handEdits();
    worker.execute(() -> work(asked, question, (answer, step) -> answered.accept(answer, new WeightsVersion(step, handEdits))));
  }

  private <A> void work(Run asked, Function<Replica, A> question, BiConsumer<A, Long> answered) {
    long start = System.nanoTime();
    Optional<A> answer = Optional.empty();
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
      throw new IllegalStateException(e.getCause());
    } finally {
      Optional<A> said = answer;
      long by = step;
      long end = System.nanoTime();
      pulse.soon(() -> end(asked, said, a -> answered.accept(a, by), end + Math.max(leastRest, REST * (end - start))));
    }
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
