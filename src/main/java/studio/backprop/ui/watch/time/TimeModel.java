package studio.backprop.ui.watch.time;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.backprop.data.DataSettings;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.run.Run;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.run.time.Perturbation;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.run.Branches;
import studio.backprop.ui.workspace.run.Branching;
import studio.backprop.ui.workspace.run.ReplayPosition;
import studio.backprop.ui.workspace.run.RoundTexts;
import studio.backprop.ui.workspace.run.RunModel;

/** Model of the time machine: the available steps of the run, the shown one, and seeking. JavaFX thread only. */
public final class TimeModel implements AutoCloseable {
  /** Availability of the history. */
  public enum State {
    /** No trainable network. */
    NOTHING,
    /** No steps yet. */
    EMPTY,
    /** The network is too large for checkpoints. */
    TOO_LARGE,
    LIVE,
    PAST
  }

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NOTHING);
  private final ReadOnlyObjectWrapper<Message> place = new ReadOnlyObjectWrapper<>(this, "place", Message.of("time.empty"));
  private final ReadOnlyBooleanWrapper branching = new ReadOnlyBooleanWrapper(this, "branching");
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes");
  private final RunModel run;
  private final ReplayPosition past;
  private final Bookmarks bookmarks;
  private final Subscription subscriptions;
  private Message notice;
  private long noticeAt;

  public TimeModel(RunModel run) {
    this.run = run;
    this.past = run.past();
    this.bookmarks = new Bookmarks(run);
    subscriptions = Subscription.combine(
        run.runProperty().subscribe(this::refresh),
        run.frameProperty().subscribe(this::refresh),
        past.stepProperty().subscribe(this::refresh),
        bookmarks.allProperty().subscribe(this::refresh),
        branches().removedProperty().subscribe(this::refresh),
        branches().currentProperty().subscribe(this::refresh));
  }

  private void refresh() {
    state.set(find());
    place.set(say());
    branching.set(moving() || state.get() == State.EMPTY && branches().all().size() > 1);
    changes.set(changes.get() + 1);
  }

  private State find() {
    Run now = run.runProperty().get();
    if (now == null) {
      return State.NOTHING;
    }
    if (!now.checkpointLog().available()) {
      return State.TOO_LARGE;
    }
    if (past.present()) {
      return State.PAST;
    }
    return newest() > first() ? State.LIVE : State.EMPTY;
  }

  private Message say() {
    return switch (state.get()) {
      case NOTHING, EMPTY -> Message.of("time.empty");
      case TOO_LARGE -> Message.of("time.too_large");
      case LIVE -> notice != null && noticeAt == at() ? notice : live();
      case PAST -> past.trouble().orElseGet(() -> over(at()));
    };
  }

  /** A branch that begins where its run stands has nothing to catch up with, so waiting is not announced. */
  private Message live() {
    return branches().all().stream()
        .filter(branch -> branch.is(branches().currentProperty().get()) && branch.parent().isPresent() && branch.from() == at())
        .findFirst().map(branch -> Message.of("time.branched", branch.letter(), said(at())))
        .orElseGet(() -> Message.of(RoundTexts.key("time.live", run.projectProperty().get()), at()));
  }

  /** “Step 40 of 240”. */
  Message over(long step) {
    return Message.of(RoundTexts.key("time.past", run.projectProperty().get()), step, newest());
  }

  /** Name of a step. */
  Message said(long step) {
    return RoundTexts.at(run.projectProperty().get(), step);
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether there is a step to branch from, or another branch to switch to. */
  ReadOnlyBooleanProperty branchingProperty() {
    return branching.getReadOnlyProperty();
  }

  /** The shown step, or why there is none, in a sentence. */
  public ReadOnlyObjectProperty<Message> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** Incremented by each change of the timeline. */
  public ReadOnlyLongProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  private Optional<CheckpointLog> checkpointLog() {
    return Optional.ofNullable(run.runProperty().get()).map(Run::checkpointLog);
  }

  /** The first available step. */
  public long first() {
    return checkpointLog().isEmpty() ? 0 : Math.min(branches().first(), newest());
  }

  /** The last step of the training. */
  public long newest() {
    return checkpointLog().map(CheckpointLog::newest).orElse(0L);
  }

  /** The shown step. */
  public long at() {
    return past.stepProperty().get().orElseGet(this::newest);
  }

  /** Whether the present is shown. */
  boolean isLive() {
    return !past.present();
  }

  /** Whether the views show this past step now. */
  boolean stands(long step) {
    return past.stepProperty().get().filter(wished -> wished == step).isPresent()
        && run.snapshot().filter(seen -> seen.step() == step).isPresent();
  }

  /** Whether this past step is shown, or will be as soon as training pauses. */
  boolean wishes(long step) {
    return past.wished().filter(wished -> wished == step).isPresent();
  }

  /** Steps with a checkpoint; the others are replayed from these. */
  public long[] checkpoints() {
    return checkpointLog().map(CheckpointLog::checkpoints).orElse(new long[0]);
  }

  /** The user's perturbations of the agent's environment in this run. */
  List<Perturbation> pushes() {
    return checkpointLog().map(CheckpointLog::pushes).orElse(List.of());
  }

  /** Progress of the seek, from 0 to 1. */
  public double done() {
    return past.done();
  }

  public long batchesPerEpoch() {
    return Optional.ofNullable(run.runProperty().get()).map(Run::batchesPerEpoch).orElse(1);
  }

  // --- commands

  /** Prepares for a probable seek. */
  void prepare() {
    if (state.get() == State.LIVE) {
      past.prepare();
    }
  }

  /** Seeks a step, or the nearest available; the newest is the present. */
  public void goTo(long step) {
    if (moving()) {
      past.goTo(Math.max(first(), Math.min(newest(), step)));
    }
  }

  /** Seeks relative to the shown step. */
  public void go(long steps) {
    goTo(at() + steps);
  }

  /** Seeks the end of the previous or the next epoch. */
  public void goEpoch(int direction) {
    long each = batchesPerEpoch();
    goTo(direction < 0 ? (at() - 1) / each * each : (at() / each + 1) * each);
  }

  /** The settings that a branch would change. */
  TrainingSettings training() {
    return run.projectProperty().get().training();
  }

  Project project() {
    return run.projectProperty().get();
  }

  DataSettings data() {
    return run.projectProperty().get().data();
  }

  Network network() {
    return run.projectProperty().get().network();
  }

  Bookmarks bookmarks() {
    return bookmarks;
  }

  /** Sets or removes a bookmark at the shown step. */
  void bookmark() {
    if (moving()) {
      bookmarks.toggle(at());
    }
  }

  /** Whether there are steps to seek. */
  boolean moving() {
    return state.get() == State.LIVE || state.get() == State.PAST;
  }

  /** Average number of steps between two checkpoints of the shown run. */
  long checkpointDistance() {
    long[] steps = branches().looked().map(looked -> looked.checkpointLog().checkpoints()).orElseGet(() -> new long[0]);
    return steps.length < 2 ? 1 : Math.max(1, Math.round((steps[steps.length - 1] - steps[0]) / (steps.length - 1.0)));
  }

  /** Memory of all branches, in bytes. */
  long historyBytes() {
    return branches().checkpointLogs().stream().mapToLong(CheckpointLog::bytes).sum();
  }

  Branches branches() {
    return run.branches();
  }

  Branching branching() {
    return run.branching();
  }

  /** Message instead of the present step, until training continues. */
  void notice(Message said) {
    notice = said;
    noticeAt = newest();
    refresh();
  }

  public void backToLive() {
    past.leave();
  }

  @Override
  public void close() {
    bookmarks.close();
    subscriptions.unsubscribe();
  }
}
