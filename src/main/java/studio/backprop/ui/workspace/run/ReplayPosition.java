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

/** The step of the run that a person looks back at, if any. While there is one, all views show it; the training stands. */
public final class ReplayPosition {
  private final ReadOnlyObjectWrapper<Optional<Long>> step = new ReadOnlyObjectWrapper<>(this, "step", Optional.empty());
  private final RunModel run;
  private final Trainer trainer;
  private final Runnable changed;
  /** The step to go to as soon as training stands. */
  private Optional<Long> waiting = Optional.empty();
  private long stood;
  /** Whom to ask while the past is looked at; read by other threads. */
  private volatile Replay asked;
  private Replay replay;
  private int lookedInto = -1;
  private boolean compares;
  private CheckpointLog of;
  private Snapshot snapshot;
  /** How numbers are spread at the step of {@link #countedAt}, once somebody has asked; null before. */
  private CompletableFuture<Optional<HistogramSnapshot>> counted;
  private volatile boolean news;
  private long countedAt;

  /** @param changed hears that there is something else to see */
  ReplayPosition(RunModel run, Trainer trainer, Runnable changed) {
    this.run = run;
    this.trainer = trainer;
    this.changed = changed;
  }

  /** The step that is looked at; empty while it is the present. */
  public ReadOnlyObjectProperty<Optional<Long>> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** The step that is looked at or will be as soon as training stands; empty while it is the present. */
  public Optional<Long> wished() {
    return waiting.or(step::get);
  }

  /** The step where training stood when the past was gone to: what comes of a later one says that it goes on. */
  long stood() {
    return stood;
  }

  /** Whether a past step is looked at. */
  public boolean present() {
    return step.get().isPresent();
  }

  /** Shows a past step in all views; training pauses. The newest step is the present. */
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

  /** Gets ready to go back: the first step that is looked at does not wait for a session to be made. Costs the memory of one. */
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
    changed.run(); // the replay may stand there already
  }

  private Replay replay(long begin) {
    Replay made = new Replay(of, begin, run.observation().exampleProperty().get(), lookedInto);
    if (compares) {
      made.compare(true);
    }
    return made;
  }

  /** Shows where so many ops of the step after a past one have run, from 1; training stands. The last op is the next step. */
  public void goToOp(long wanted, int op) {
    goTo(wanted);
    if (step.get().filter(at -> at == Math.max(run.branches().first(), wanted)).isPresent()) {
      replay.goToOp(step.get().get(), op);
    }
  }

  /** Shows the present again. A person who comes back soon finds everything ready. */
  public void leave() {
    waiting = Optional.empty();
    asked = null;
    step.set(Optional.empty());
    changed.run();
  }

  /** How far the engine is on its way to the step, from 0 to 1. */
  public double done() {
    return replay == null ? 1 : replay.done();
  }

  /** Why the past cannot be seen. */
  public Optional<Message> trouble() {
    return Optional.ofNullable(replay).filter(now -> present()).flatMap(Replay::trouble);
  }

  /** Takes over what has come since the last frame. @return whether there is something new to see */
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
        changed.run(); // how far it is
      }
      return false;
    }
    if (snapshot != null) {
      replay.giveBack(snapshot);
    }
    snapshot = next;
    return present();
  }

  /** What it shows; empty while nothing of the past is looked at or has come yet. */
  Optional<Snapshot> snapshot() {
    return Optional.ofNullable(snapshot).filter(seen -> present());
  }

  /** How all numbers were spread at the past step, as soon as the engine has counted them; nothing is counted while nobody asks. */
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

  /** @param node that is shown from inside, below 0 for none */
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

  /** Lets go of everything: training has gone on, or there is another run. */
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

  /** Puts a question to the network that is looked at. From any thread. */
  public <T> CompletableFuture<Optional<T>> ask(Function<Session, T> question) {
    Replay past = asked;
    return past == null ? trainer.ask(question) : past.ask(question);
  }
}
