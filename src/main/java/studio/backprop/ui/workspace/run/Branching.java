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
 * Changes from the run that trains to another of its tree: to a branch that begins at the step that is looked at, or to one that was left.
 * The change waits for copies of the weights; until the other run has begun, edits are not followed.
 */
public final class Branching {
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(this, "waiting");
  private final DocumentModel document;
  private final TrainerSync following;
  private final Trainer trainer;
  private final ReplayPosition past;
  private final Branches branches;
  /** The document whose next change begins a branch; null while none does. */
  private Project base;
  private Turn turn;
  /** What the run that is about to begin is; null where a run begins by itself. */
  private Expected expected;
  /** Whether the run that was expected has begun since the last look. */
  private boolean arrived;

  /** A change of runs that waits for copies of the weights. */
  private record Turn(CompletableFuture<Optional<Checkpoint>> from, CompletableFuture<Optional<Checkpoint>> end,
      BiConsumer<Checkpoint, Checkpoint> go) {
    boolean ready() {
      return from.isDone() && end.isDone();
    }
  }

  /**
   * A run that is ordered.
   *
   * @param parent the run that it grows from, or that it goes on with
   */
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

  /** Whether there is a run to branch from, and room for one more. */
  public boolean possible() {
    return !turning() && current() != null && current().checkpointLog().available() && branches.all().size() < Branches.MOST;
  }

  // --- beginning one

  /**
   * Goes on from the step that is looked at in another way, up to the step where the run stands that is left.
   *
   * @param change to the project
   */
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

  /** Lets the next change of network, data or settings begin a branch, whatever it is. */
  public void branchByNextEdit() {
    if (possible()) {
      trainer.pause();
      base = document.project();
      waiting.set(true);
    }
  }

  /** The next change is an ordinary one again. */
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

  /** Only one thing is to change: what else can be set on the way, and is not meant, is as it was at that step. */
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

  // --- changing from one to another

  /** Takes up another run where it stood. */
  public void switchTo(Branch other) {
    if (!turning() && !other.is(current()) && other.end() != null) {
      turn((at, stood) -> {
        branches.leave(stood, document.project());
        Edit<Project> back = new Edit<>(Message.of("edit.branch_switch"), now -> places(now, other.project()));
        following.instead(() -> document.apply(back), now -> takeUp(other, now));
      });
    }
  }

  /** The other project, but with the names and places of now where it draws the same network. */
  private static Project places(Project now, Project other) {
    return EditEffect.looksAlike(now, other) ? other.withNetwork(network -> now.network()) : other;
  }

  private void takeUp(Branch other, Project now) {
    expected = new Expected(now, other.name(), other);
    trainer.takeUp(now, other.end(), other.checkpointLog(), session -> toEnd(session, other.checkpointLog()));
  }

  /** Takes the last step of a checkpoint log anew. */
  static void toEnd(Session session, CheckpointLog checkpointLog) {
    if (checkpointLog.available()) {
      new SessionSeeker(session, checkpointLog).goTo(checkpointLog.newest(), () -> false);
    }
  }

  /**
   * What an edit means to the tree.
   *
   * @param before what the trainer has
   * @return whether it is no edit of the run that trains
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

  /** Whether another run is about to begin: edits are not followed meanwhile. */
  boolean turning() {
    return turn != null || expected != null;
  }

  /** Once a frame: a change of runs goes on when the copies are there, and edits are followed again when it is done. */
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
      expected = null; // there was no memory, or no data for it
    }
    if ((was || arrived) && !turning()) {
      arrived = false;
      following.edited(document.project());
    }
  }

  /**
   * Another run is shown.
   *
   * @param begun null where there is none any more
   * @param back the tree that it comes back with, if an edit had ended it
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

  /** Takes a run from the tree. The one that trains stays, and all do while runs change. */
  public void remove(Branch branch) {
    if (!turning()) {
      branches.remove(branch);
    }
  }
}
