package studio.backprop.ui.workspace.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Replica;
import studio.backprop.run.Run;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.run.time.Replay;
import studio.backprop.run.time.RunDiff;
import studio.backprop.text.Message;

/**
 * Comparison of two branches after the same step: the displayed one or the nearest that both have. Recomputed for another step or example;
 * only while observed.
 */
public final class StepComparison {
  /** Minimum interval during training, in ns. */
  private static final long PAUSE = 300_000_000;

  /** Reference branch a, such as the parent, and compared branch b. */
  public record Pair(Branch a, Branch b) {
    /** First common step, possibly before they branched. */
    public long first() {
      return Math.max(firstOf(a), firstOf(b));
    }

    private static long firstOf(Branch branch) {
      return branch.showing(Long.MIN_VALUE).checkpointLog().first();
    }

    /** Last common step. */
    public long last() {
      return Math.min(a.checkpointLog().newest(), b.checkpointLog().newest());
    }

    private boolean available() {
      return a.checkpointLog().available() && b.checkpointLog().available() && first() <= last();
    }
  }

  /** @param turns number of undos of weights, after which a step is a different one */
  private record Question(CheckpointLog a, CheckpointLog b, long step, Example example, int turns) {}

  private final ReadOnlyObjectWrapper<Optional<Pair>> pair = new ReadOnlyObjectWrapper<>(this, "pair", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<RunDiff>> difference = new ReadOnlyObjectWrapper<>(this, "difference", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> trouble = new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());
  private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
  private final RunModel run;
  private Runnable show = () -> {};
  private final Map<CheckpointLog, Replay> replays = new HashMap<>();
  private ExecutorService worker;
  private CompletableFuture<Optional<RunDiff>> answer;
  private Question asked;
  private Question answered;
  private long askedAt;

  StepComparison(RunModel run) {
    this.run = run;
    watched.subscribe((before, now) -> rest());
  }


  /** The compared branches; empty if there is only one. */
  public ReadOnlyObjectProperty<Optional<Pair>> pairProperty() {
    return pair.getReadOnlyProperty();
  }

  /** Letters of A and B. Requires two branches. */
  public List<String> letters() {
    Pair two = pair.get().orElseThrow();
    return List.of(two.a().letter(), two.b().letter());
  }

  /** Last result; empty until both replays reach a step. */
  public ReadOnlyObjectProperty<Optional<RunDiff>> differenceProperty() {
    return difference.getReadOnlyProperty();
  }

  /** Why there is no result. */
  public ReadOnlyObjectProperty<Optional<Message>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Whether a view observes it: otherwise nothing is computed. */
  public BooleanProperty watchedProperty() {
    return watched;
  }

  /** Progress of the replay, in [0, 1]. */
  public double done() {
    return answer == null ? 1 : replays.values().stream().mapToDouble(Replay::done).min().orElse(1);
  }


  /** Action that displays the comparison. */
  public void onShow(Runnable action) {
    show = action;
  }

  /** Compares these two and displays the comparison. */
  public void show(Branch a, Branch b) {
    compare(a, b);
    show.run();
  }

  public void compare(Branch a, Branch b) {
    if (a.is(b)) {
      throw new IllegalArgumentException("a run is not compared with itself");
    }
    pair.set(Optional.of(new Pair(a, b)).filter(Pair::available));
    rest();
  }

  /** The branches changed. If one of the two is gone, compares the first two. */
  void follow(List<Branch> all) {
    Optional<Branch> a = pair.get().flatMap(now -> all.stream().filter(now.a()::is).findFirst());
    Optional<Branch> b = pair.get().flatMap(now -> all.stream().filter(now.b()::is).findFirst());
    if (a.isPresent() && b.isPresent()) {
      pair.set(Optional.of(new Pair(a.get(), b.get())));
    } else if (all.size() > 1) {
      compare(all.get(0), all.get(1));
    } else {
      pair.set(Optional.empty());
      rest();
    }
  }

  /** Drops the result and releases the replays. */
  private void rest() {
    replays.values().forEach(Replay::close);
    replays.clear();
    answer = null;
    answered = null;
    difference.set(Optional.empty());
    trouble.set(Optional.empty());
  }

  void close() {
    rest();
    if (worker != null) {
      worker.shutdownNow();
    }
  }


  void look() {
    Run now = run.runProperty().get();
    if (!watched.get() || pair.get().isEmpty() || now == null) {
      return;
    }
    if (answer != null) {
      take();
    }
    Question wanted = question(pair.get().get());
    boolean hurries = run.playing() && System.nanoTime() - askedAt < PAUSE;
    if (answer == null && trouble.get().isEmpty() && !wanted.equals(answered) && !hurries) {
      ask(pair.get().get(), wanted);
    }
  }

  private Question question(Pair two) {
    long step = Math.max(two.first(), Math.min(two.last(), lookedAt()));
    int turns = two.a().checkpointLog().turns().size() + two.b().checkpointLog().turns().size();
    return new Question(two.a().checkpointLog(), two.b().checkpointLog(), step, run.observation().exampleProperty().get(), turns);
  }

  private long lookedAt() {
    return run.past().stepProperty().get().orElseGet(() -> run.runProperty().get().checkpointLog().newest());
  }

  private void ask(Pair two, Question question) {
    asked = question;
    askedAt = System.nanoTime();
    answer = copy(two.a(), question.step())
        .thenCombineAsync(copy(two.b(), question.step()), (a, b) -> a.flatMap(left -> b.map(right -> found(left, right, question))),
            worker());
  }

  /** Null if a replay did not reach the step because of another request. */
  private static RunDiff found(Replica a, Replica b, Question question) {
    boolean there = a.step() == question.step() && b.step() == question.step();
    boolean sameData = EditEffect.sameData(question.a().project(), question.b().project());
    return there ? RunDiff.between(a, b, sameData, question.example()) : null;
  }

  /** The displayed run is already at the step; any other is replayed. */
  private CompletableFuture<Optional<Replica>> copy(Branch branch, long step) {
    CheckpointLog checkpointLog = branch.showing(step).checkpointLog();
    boolean shown = checkpointLog == run.branches().showing(step) && !run.playing() && step == lookedAt();
    if (shown) {
      return run.past().ask(session -> Replica.of(session, null));
    }
    Replay replay = replays.computeIfAbsent(checkpointLog, of -> new Replay(of, step, run.observation().exampleProperty().get(), -1));
    replay.goTo(step);
    return replay.ask(session -> Replica.of(session, null));
  }

  private void take() {
    trouble.set(replays.values().stream().flatMap(replay -> replay.trouble().stream()).findFirst());
    if (!answer.isDone()) {
      return;
    }
    try {
      answer.join().ifPresent(found -> {
        answered = asked;
        difference.set(Optional.of(found));
      });
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof OutOfMemoryError)) {
        throw e;
      }
      trouble.set(Optional.of(Message.of("trainer.no_memory")));
    }
    answer = null;
  }

  private ExecutorService worker() {
    if (worker == null) {
      worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "difference");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
      });
    }
    return worker;
  }
}
