package studio.backprop.ui.workspace.run;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.run.time.SessionSeeker;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.Session;
import studio.backprop.ui.workspace.document.DocumentModel;

/**
 * Switches between branches: to a new one from the displayed step, or to an existing one. Waits for copies of the weights; edits are not
 * followed until the other run has begun.
 */
public final class Branching {
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(this, "waiting");
  private final DocumentModel document;
  private final TrainerSync following;
  private final Trainer trainer;
  private final ReplayPosition past;
  private final Branches branches;
  /** Document whose next change begins a branch; null for none. */
  private Project base;
  private Turn turn;
  /** Run about to begin; null where a run begins by itself. */
  private Expected expected;
  /** Whether the expected run has begun since the last frame. */
  private boolean arrived;

  /** Switch of branches that waits for copies of the weights. */
  private record Turn(CompletableFuture<Optional<Checkpoint>> from, CompletableFuture<Optional<Checkpoint>> end,
      BiConsumer<Checkpoint, Checkpoint> go) {
    boolean ready() {
      return from.isDone() && end.isDone();
    }
  }

  /** Run that was ordered; {@code parent} is its parent, or the branch that it resumes. */
  private record Expected(Project project, Message change, Branch parent) {}

  Branching(DocumentModel document, TrainerSync following, Trainer trainer, ReplayPosition past, Branches branches) {
    this.document = document;
    this.following = following;
    this.trainer = trainer;
    this.past = past;
    this.branches = branches;
    following.tell(this::takes, past::leave);
  }

  private Branch current() {
    return branches.currentProperty().get();
  }

  /** Whether there is a run to branch from, and the limit is not reached. */
  public boolean possible() {
    return !turning() && current() != null && current().checkpointLog().available() && branches.all().size() < Branches.MOST;
  }


  /** Branches from the displayed step, with a change to the project, up to the last step of the current run. */
  public void branch(Edit<Project> change) {
    if (possible()) {
      Branch from = branches.looked().orElseThrow();
      turn((at, end) -> {
        branches.leave(end, document.project());
        following.instead(
            () -> document.apply(new Edit<>(change.name(), now -> asItWas(now, change.change().apply(now), at))),
            now -> begin(now, change.name(), from, at, end));
      });
    }
  }

  /** Lets the next change of network, data or settings begin a branch. */
  public void branchByNextEdit() {
    if (possible()) {
      trainer.pause();
      base = document.project();
      waiting.set(true);
    }
  }

  /** Cancels {@link #branchByNextEdit}. */
  public void forgetNextEdit() {
    base = null;
    waiting.set(false);
  }

  /** Whether the next change begins a branch. */
  public ReadOnlyBooleanProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  private void branchBy(Project left) {
    Message name = document.undoNameProperty().get().orElse(Message.of("branch.twin"));
    Project changed = document.project();
    Branch from = branches.looked().orElseThrow();
    forgetNextEdit();
    turn((at, end) -> {
      Project right = asItWas(left, changed, at);
      boolean mend = document.project() == changed && !right.equals(changed);
      branches.leave(end, left);
      following.instead(() -> {
        if (mend) {
          document.apply(new Edit<>(name, now -> right));
        }
      }, now -> begin(mend ? now : changed, name, from, at, end));
    });
  }

  /** One setting is to change: those that can change during a run are reset to their values at that step. */
  private static Project asItWas(Project before, Project changed, Checkpoint at) {
    boolean rate = before.training().rate() != changed.training().rate();
    boolean live = !before.assignment().withLive(changed.assignment()).equals(before.assignment());
    return changed.withTraining(training -> rate ? training : training.withRate(at.rate()))
        .withAssignment(own -> live ? own : at.assignment().map(own::withLive).orElse(own));
  }

  private void begin(Project project, Message name, Branch from, Checkpoint at, Checkpoint end) {
    expected = new Expected(project, name, from);
    trainer.branch(project, at, from.checkpointLog());
    if (project.training().epochs() == from.project().training().epochs()) {
      trainer.setLastEpoch(Math.max(end.lastEpoch(), project.training().epochs())); // the run may have gone on after its end
    }
    if (end.step() > at.step()) {
      trainer.playSteps(end.step() - at.step());
    }
  }

  // --- switching

  /** Resumes another branch. */
  public void switchTo(Branch other) {
    if (!turning() && !other.is(current()) && other.end() != null) {
      turn((at, stood) -> {
        branches.leave(stood, document.project());
        Edit<Project> back = new Edit<>(Message.of("edit.branch_switch"), now -> places(now, other.project()));
        following.instead(() -> document.apply(back), now -> takeUp(other, now));
      });
    }
  }

  /** The other project, with the current names and positions where it has the same network. */
  private static Project places(Project now, Project other) {
    return EditEffect.looksAlike(now, other) ? other.withNetwork(network -> now.network()) : other;
  }

  private void takeUp(Branch other, Project now) {
    expected = new Expected(now, other.name(), other);
    trainer.takeUp(now, other.end(), other.checkpointLog(), session -> toEnd(session, other.checkpointLog()));
  }

  /** Replays the last step of a checkpoint log. */
  static void toEnd(Session session, CheckpointLog checkpointLog) {
    if (checkpointLog.available()) {
      new SessionSeeker(session, checkpointLog).goTo(checkpointLog.newest(), () -> false);
    }
  }

  /**
   * Handles an edit; false if it is an ordinary edit of the current run.
   *
   * @param before project of the trainer
   */
  private boolean takes(Project before, Project now) {
    if (turning()) {
      return true; // followed as soon as the other run has begun
    }
    Optional<Branch> wanted = branches.at(now).filter(branch -> before != null && !branch.is(current()) && branch.end() != null);
    if (wanted.isPresent()) {
      forgetNextEdit();
      turn((at, stood) -> {
        branches.leave(stood, before);
        following.as(now, project -> takeUp(branches.known(wanted.get()), project));
      });
      return true;
    }
    boolean next = base != null && document.ready() && current() != null;
    if (next && EditEffect.turns(base, now)) {
      branchBy(base);
      return true;
    }
    base = next ? now : base;
    return false;
  }

  private void turn(BiConsumer<Checkpoint, Checkpoint> go) {
    trainer.pause();
    turn = new Turn(past.ask(Session::checkpoint), trainer.ask(Session::checkpoint), go);
  }

  /** Whether a switch is under way: edits are not followed meanwhile. */
  boolean turning() {
    return turn != null || expected != null;
  }

  /** Once a frame: continues a switch when the copies are available, and follows edits again when it is done. */
  void look() {
    boolean was = turning();
    if (turn != null && turn.ready()) {
      Turn ready = turn;
      turn = null;
      Optional<Checkpoint> from = ready.from().join();
      Optional<Checkpoint> end = ready.end().join();
      if (from.isPresent() && end.isPresent()) {
        ready.go().accept(from.get(), end.get());
      }
    } else if (trainer.status().reason().isPresent() && trainer.status().state() == Status.State.IDLE) {
      expected = null; // no memory or no data for it
    }
    if ((was || arrived) && !turning()) {
      arrived = false;
      following.edited(document.project());
    }
  }

  /**
   * Another run is shown.
   *
   * @param begun null for none
   * @param back tree restored with it, if an edit had ended it
   */
  void begun(Run begun, RunHistory history, Optional<SuspendedRuns.Tree> back) {
    Optional<Expected> meant = Optional.ofNullable(expected).filter(run -> begun != null && begun.project() == run.project());
    arrived = meant.isPresent();
    expected = null;
    if (!arrived) {
      branches.replace(back);
      forgetNextEdit();
    }
    branches.begun(begun, history, meant.map(Expected::change).orElse(Message.of("branch.first")), meant.map(Expected::parent));
  }

  /** Removes a branch, except the current one, and none during a switch. */
  public void remove(Branch branch) {
    if (!turning()) {
      branches.remove(branch);
    }
  }
}
