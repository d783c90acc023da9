package studio.backprop.ui.workspace.run;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.observe.Example;
import studio.backprop.observe.HistogramLog;
import studio.backprop.observe.HistogramSnapshot;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.run.Trainer;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.run.time.Replay;
import studio.backprop.text.Message;
import studio.backprop.train.Session;

/** Past step displayed in all views, if any; training pauses meanwhile. */
public final class ReplayPosition {
  private final ReadOnlyObjectWrapper<Optional<Long>> step = new ReadOnlyObjectWrapper<>(this, "step", Optional.empty());
  private final RunModel run;
  private final Trainer trainer;
  private final Runnable changed;
  /** Target step once training has paused. */
  private Optional<Long> waiting = Optional.empty();
  private long stood;
  /** Replay of the displayed run; volatile, since other threads read it. */
  private volatile Replay asked;
  private Replay replay;
  private int lookedInto = -1;
  private boolean compares;
  private CheckpointLog of;
  private Snapshot snapshot;
  /** Histograms at {@link #countedAt}; null until requested. */
  private CompletableFuture<Optional<HistogramSnapshot>> counted;
  private volatile boolean news;
  private long countedAt;

  ReplayPosition(RunModel run, Trainer trainer, Runnable changed) {
    this.run = run;
    this.trainer = trainer;
    this.changed = changed;
  }

  /** The displayed past step; empty for the present. */
  public ReadOnlyObjectProperty<Optional<Long>> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** The displayed or requested past step; empty for the present. */
  public Optional<Long> wished() {
    return waiting.or(step::get);
  }

  /** Last step when the past was entered: a later one means that training goes on. */
  long stood() {
    return stood;
  }

  /** Whether a past step is displayed. */
  public boolean present() {
    return step.get().isPresent();
  }

  /** Displays a past step in all views and pauses training. The newest step is the present. */
  public void goTo(long wanted) {
    Run now = run.runProperty().get();
    if (now == null || !now.checkpointLog().available()) {
      return;
    }
    waiting = Optional.of(Math.max(run.branches().first(), wanted));
    if (run.playing()) {
      trainer.pause();
    } else {
      go();
    }
  }

  /** Prepares a replay session in advance, at the cost of its memory. */
  public void prepare() {
    Run now = run.runProperty().get();
    if (replay == null && now != null && now.checkpointLog().available() && now.checkpointLog().newest() > now.checkpointLog().first()) {
      of = now.checkpointLog();
      replay = replay(of.first());
    }
  }

  private void go() {
    Run now = run.runProperty().get();
    long wanted = waiting.orElseThrow();
    if (wanted >= now.checkpointLog().newest()) {
      leave();
      return;
    }
    waiting = Optional.empty();
    stood = now.checkpointLog().newest();
    CheckpointLog shown = run.branches().showing(wanted);
    if (replay == null || of != shown) {
      drop();
      of = shown;
      replay = replay(wanted);
    } else {
      replay.goTo(wanted);
    }
    asked = replay;
    step.set(Optional.of(wanted));
    changed.run();
  }

  private Replay replay(long begin) {
    Replay made = new Replay(of, begin, run.observation().exampleProperty().get(), lookedInto);
    if (compares) {
      made.compare(true);
    }
    return made;
  }

  /** Displays the state after this many ops (from 1) of the step after a past one; training pauses. The last op is the next step. */
  public void goToOp(long wanted, int op) {
    goTo(wanted);
    if (step.get().filter(at -> at == Math.max(run.branches().first(), wanted)).isPresent()) {
      replay.goToOp(step.get().get(), op);
    }
  }

  /** Returns to the present. The replay session is kept for a while. */
  public void leave() {
    waiting = Optional.empty();
    asked = null;
    step.set(Optional.empty());
    changed.run();
  }

  /** Progress of the replay to the step, in [0, 1]. */
  public double done() {
    return replay == null ? 1 : replay.done();
  }

  /** Why the past cannot be displayed. */
  public Optional<Message> trouble() {
    return Optional.ofNullable(replay).filter(now -> present()).flatMap(Replay::trouble);
  }

  /** Once a frame: reads results; true if there is something new. */
  boolean look() {
    if (waiting.isPresent() && !run.playing()) {
      go();
    }
    if (news) {
      news = false;
      changed.run();
    }
    Snapshot next = replay == null ? null : replay.take();
    if (next == null) {
      if (present() && done() < 1) {
        changed.run(); // progress
      }
      return false;
    }
    if (snapshot != null) {
      replay.giveBack(snapshot);
    }
    snapshot = next;
    return present();
  }

  Optional<Snapshot> snapshot() {
    return Optional.ofNullable(snapshot).filter(seen -> present());
  }

  /** Histograms of the past step, empty until counted; counted on demand only. */
  public Optional<HistogramSnapshot> moment() {
    if (!present()) {
      return Optional.empty();
    }
    if (counted == null || countedAt != step.get().get()) {
      countedAt = step.get().get();
      counted = ask(HistogramLog::now);
      counted.thenRun(() -> news = true);
    }
    return counted.getNow(Optional.empty()).filter(moment -> moment.step() == countedAt);
  }

  void choose(Example example) {
    if (replay != null) {
      replay.choose(example);
    }
  }

  /** @param node to inspect, below 0 for none */
  void lookInto(int node) {
    lookedInto = node;
    if (replay != null) {
      replay.lookInto(node);
    }
  }

  void compare(boolean wanted) {
    compares = wanted;
    if (replay != null) {
      replay.compare(wanted);
    }
  }

  /** Releases everything: training has gone on, or there is another run. */
  void drop() {
    waiting = Optional.empty();
    asked = null;
    if (replay != null) {
      replay.close();
    }
    replay = null;
    counted = null;
    snapshot = null;
    step.set(Optional.empty());
  }

  /** Runs a query on the replayed session. Thread-safe. */
  public <T> CompletableFuture<Optional<T>> ask(Function<Session, T> question) {
    Replay past = asked;
    return past == null ? trainer.ask(question) : past.ask(question);
  }
}
