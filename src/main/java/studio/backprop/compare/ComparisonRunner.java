package studio.backprop.compare;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Project;
import studio.backprop.run.InitialWeights;
import studio.backprop.run.PlaybackRate;
import studio.backprop.text.Message;

/** Thread of a comparison. It alone uses the variants; others queue requests and take snapshots. */
public final class ComparisonRunner implements AutoCloseable {
  /** Nanoseconds between snapshots with outputs. */
  private static final long NANOS_BETWEEN = 60_000_000;
  /** Nanoseconds between snapshots without outputs. */
  private static final long NANOS_BETWEEN_CURVES = 200_000_000;
  /** Inverse of the largest share of time for snapshots. */
  private static final int SHARE = 4;
  /** Nanoseconds of a round of steps, which bounds the latency of requests. */
  private static final long ROUND = 8_000_000;
  private static final int MOST_STEPS = 512;

  public enum State {
    NOTHING,
    LOADING,
    PAUSED,
    PLAYING,
    FINISHED
  }

  /**
   * Status of the comparison.
   *
   * @param number of the start
   * @param last last step
   * @param batchesPerEpoch of the first variant
   * @param reason localized reason for no comparison
   */
  public record Status(long number, State state, long last, int batchesPerEpoch, Optional<Message> reason) {}

  /** Snapshots of all variants at one step. @param number of the start */
  public record Sight(long number, long step, List<VariantSnapshot> lanes) {}

  /** Listener after each step, on the comparison's thread. */
  public interface Watcher {
    /** @return whether to pause */
    boolean stepped(Comparison twins);
  }

  private final Kernels kernels;
  private final int threads;
  private final LinkedBlockingQueue<Runnable> orders = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<Sight> snapshots = new ConcurrentLinkedQueue<>();
  private final PlaybackRate pace = new PlaybackRate();
  private final SharedData shelf = new SharedData();
  private volatile Status status = new Status(0, State.NOTHING, 0, 1, Optional.empty());
  private volatile boolean cancelled;
  private volatile long wanted;
  private volatile Optional<Watcher> watcher = Optional.empty();
  private volatile boolean outputs = true;
  private Comparison twins;
  private long number;
  private long nextSightAt;
  private int round = 1;
  private boolean slow;
  private boolean closed;

  /** @param threads of the training */
  public ComparisonRunner(Kernels kernels, int threads) {
    this.kernels = kernels;
    this.threads = threads;
    Thread thread = new Thread(this::work, "twins");
    thread.setDaemon(true);
    thread.start();
  }

  public Status status() {
    return status;
  }

  /** Next unread snapshot, or null. Each has the steps since the previous one: none may be skipped. */
  public Sight take() {
    return snapshots.poll();
  }

  /**
   * Starts with these variants, at step 0.
   *
   * @param from initial weights
   * @param start id of this start
   */
  public void start(List<Project> projects, InitialWeights from, long start) {
    cancelled = true; // cancels loading in progress
    wanted = start;
    orders.add(() -> begin(projects, from, start));
  }

  /** Adds data that are already loaded. */
  public void know(Project of, PreparedData data) {
    orders.add(() -> shelf.put(of, data));
  }

  /** Plays; finished variants are extended by as many epochs again. */
  public void play() {
    orders.add(() -> playTo(Long.MAX_VALUE));
  }

  public void playSteps(long steps) {
    orders.add(() -> playTo(twins == null ? 0 : twins.steps() + steps));
  }

  /** Plays to the end of the first variant's epoch. */
  public void playEpoch() {
    orders.add(() -> playTo(twins == null ? 0 : (twins.steps() / twins.batchesPerEpoch() + 1) * twins.batchesPerEpoch()));
  }

  public void pause() {
    orders.add(this::rest);
  }

  /** @param stepsPerSecond infinity for full speed */
  public void setSpeed(double stepsPerSecond) {
    orders.add(() -> {
      slow = !Double.isInfinite(stepsPerSecond);
      pace.setSpeed(stepsPerSecond);
    });
  }

  /** Sets a listener to single steps. @param looks empty for none */
  public void watch(Optional<Watcher> looks) {
    watcher = looks;
  }

  /** Sets whether snapshots have the networks' outputs. */
  public void showOutputs(boolean wanted) {
    if (outputs != wanted) {
      outputs = wanted;
      orders.add(() -> {
        if (wanted && twins != null) {
          look(!pace.playing());
        }
      });
    }
  }

  /** Discards the comparison. */
  public void drop() {
    cancelled = true;
    orders.add(() -> {
      end();
      shelf.clear();
      publish(State.NOTHING, Optional.empty());
    });
  }

  /** Evaluates a function of the comparison between two steps; empty without one. */
  public <T> CompletableFuture<Optional<T>> ask(Function<Comparison, T> question) {
    CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
    orders.add(() -> {
      try {
        answer.complete(Optional.ofNullable(twins).map(question));
      } catch (RuntimeException | Error e) {
        answer.completeExceptionally(e);
      }
    });
    return answer;
  }

  @Override
  public void close() {
    cancelled = true;
    orders.add(() -> {
      end();
      closed = true;
    });
  }

  private void work() {
    pace.work(orders, () -> closed, this::advance, this::fail);
  }

  private void begin(List<Project> projects, InitialWeights from, long start) {
    if (start < wanted) {
      return; // superseded by another start
    }
    end();
    number = start;
    cancelled = false;
    publish(State.LOADING, Optional.empty());
    try {
      twins = Comparison.of(projects, from, kernels, threads, shelf, new Progress() {
        @Override
        public void at(long done, long total) {}

        @Override
        public boolean cancelled() {
          return cancelled;
        }
      });
      rest();
    } catch (DataProblem problem) {
      publish(State.NOTHING, Optional.of(problem.sentence()));
    } catch (CancellationException e) {
      publish(State.NOTHING, Optional.of(Message.of("trainer.cancelled")));
    } catch (OutOfMemoryError e) {
      publish(State.NOTHING, Optional.of(Message.of("trainer.no_memory")));
    }
  }

  private void end() {
    pace.stop();
    if (twins != null) {
      twins.close();
    }
    twins = null;
    snapshots.clear();
    round = 1;
  }

  private void fail(Message reason) {
    end();
    publish(State.NOTHING, Optional.of(reason));
  }

  private void playTo(long goal) {
    if (twins == null) {
      return;
    }
    if (twins.finished()) {
      twins.goOn();
    }
    if (!twins.finished()) {
      pace.play(goal);
      publish(State.PLAYING, Optional.empty());
    }
  }

  private void advance() {
    long begun = System.nanoTime();
    Optional<Watcher> looks = watcher;
    int steps = slow || looks.isPresent() ? 1 : (int) Math.max(1, Math.min(round, pace.left(twins.steps())));
    twins.take(steps);
    long now = System.nanoTime();
    round = (int) Math.max(1, Math.min(MOST_STEPS, ROUND * steps / Math.max(1, now - begun)));
    boolean stops = looks.isPresent() && looks.get().stepped(twins);
    if (stops || twins.finished() || pace.reached(twins.steps())) {
      rest();
    } else if (now >= nextSightAt && snapshots.isEmpty()) {
      look(false);
    }
  }

  private void look(boolean resting) {
    long begun = System.nanoTime();
    snapshots.add(new Sight(number, twins.steps(), twins.look(resting, outputs)));
    long now = System.nanoTime();
    nextSightAt = now + Math.max(outputs ? NANOS_BETWEEN : NANOS_BETWEEN_CURVES, SHARE * (now - begun));
  }

  private void rest() {
    pace.stop();
    if (twins != null) {
      look(true);
      publish(twins.finished() ? State.FINISHED : State.PAUSED, Optional.empty());
    }
  }

  private void publish(State state, Optional<Message> reason) {
    status = new Status(number, state, twins == null ? 0 : twins.last(), twins == null ? 1 : twins.batchesPerEpoch(), reason);
  }
}
