package studio.backprop.ui.run;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.Session;
import studio.backprop.train.run.Run;
import studio.backprop.train.run.Status;
import studio.backprop.train.run.Trainer;
import studio.backprop.train.time.CheckpointLog;
import studio.backprop.train.time.Traveller;
import studio.backprop.ui.document.DocumentModel;

/**
 * The runs that grew from one another by going back to a step and going on otherwise. One of them trains; the others keep where they stood
 * and their tapes. An edit of the run that trains, or a reset, begins a new tree, and undo of the edit brings the old one back; undo of
 * what began a branch takes up the run that it left.
 */
public final class Branches {
  /** More runs would fill the memory, and nobody could tell their lines apart. */
  public static final int MOST = 8;

  private final ObservableList<Branch> all = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Branch> current = new ReadOnlyObjectWrapper<>(this, "current");
  private final ReadOnlyObjectWrapper<Optional<Branch>> removed = new ReadOnlyObjectWrapper<>(this, "removed", Optional.empty());
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(this, "waiting");
  private final DocumentModel document;
  private final Following following;
  private final Trainer trainer;
  private final RunModel run;
  private final Past past;
  private final StepComparison comparison;
  private final LeftRuns left;
  /** The documents at which a run was left or taken up, themselves and not their like: an undo or redo that comes to one wants that run. */
  private final Map<Project, Branch> places = new IdentityHashMap<>();
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

  Branches(DocumentModel document, Following following, Trainer trainer, RunModel run, LeftRuns left) {
    this.left = left;
    this.document = document;
    this.following = following;
    this.trainer = trainer;
    this.run = run;
    this.past = run.past();
    this.comparison = new StepComparison(run);
    following.tell(this::takes, past::leave);
  }

  /** All runs of the tree, the first one first. */
  public ObservableList<Branch> all() {
    return all;
  }

  /** The one that trains; null before there is one. */
  public ReadOnlyObjectProperty<Branch> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Two of the runs beside each other. */
  public StepComparison comparison() {
    return comparison;
  }

  /** The branch that a course is of; empty for runs of other trees. */
  public Optional<Branch> of(RunHistory history) {
    return all.stream().filter(branch -> branch.history() == history).findFirst();
  }

  /**
   * All tapes that are kept: of the branches, of those that they grew from although they were removed, and of the last that was removed.
   */
  public Set<CheckpointLog> tapes() {
    Set<CheckpointLog> tapes = new HashSet<>();
    Stream.concat(all.stream(), removed.get().stream())
        .flatMap(branch -> Stream.iterate(Optional.of(branch), Optional::isPresent, left -> left.get().parent()))
        .forEach(branch -> tapes.add(branch.get().checkpointLog()));
    left.tapes().forEach(tapes::add);
    return tapes;
  }

  /** Whether there is a run to branch from, and room for one more. */
  public boolean possible() {
    return !turning() && current.get() != null && current.get().checkpointLog().available() && all.size() < MOST;
  }

  // --- beginning one

  /**
   * Goes on from the step that is looked at in another way, up to the step where the run stands that is left.
   *
   * @param change to the project
   */
  public void branch(Edit<Project> change) {
    if (possible()) {
      Branch from = looked().orElseThrow();
      turn((at, end) -> {
        leave(end, document.project());
        following.instead(
            () -> document.apply(new Edit<>(change.name(), now -> atRate(now, change.change().apply(now), at))),
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
    Branch from = looked().orElseThrow();
    forgetNextEdit();
    turn((at, end) -> {
      Project right = atRate(left, changed, at);
      boolean mend = document.project() == changed && !right.equals(changed);
      leave(end, left);
      following.instead(() -> {
        if (mend) {
          document.apply(new Edit<>(name, now -> right));
        }
      }, now -> begin(mend ? now : changed, name, from, at, end));
    });
  }

  /** The run whose step is looked at: the one that trains, or one that it grew from. Empty while none is there, as between two. */
  public Optional<Branch> looked() {
    return Optional.ofNullable(current.get()).map(now -> past.stepProperty().get().map(now::showing).orElse(now));
  }

  /** Only one thing is to change: a rate that is not meant is the one of that step. */
  private static Project atRate(Project before, Project changed, Checkpoint at) {
    boolean meant = before.training().rate() != changed.training().rate();
    return meant ? changed : changed.withTraining(training -> training.withRate(at.rate()));
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
    if (!turning() && !other.is(current.get()) && other.end() != null) {
      turn((at, stood) -> {
        leave(stood, document.project());
        Edit<Project> back = new Edit<>(Message.of("edit.branch_switch"), now -> places(now, other.project()));
        following.instead(() -> document.apply(back), now -> takeUp(other, now));
      });
    }
  }

  /** The other project, but with the names and places of now where it draws the same network. */
  private static Project places(Project now, Project other) {
    return Change.looksAlike(now, other) ? other.withNetwork(network -> now.network()) : other;
  }

  private void takeUp(Branch other, Project now) {
    expected = new Expected(now, other.name(), other);
    trainer.takeUp(now, other.end(), other.checkpointLog(), session -> toEnd(session, other.checkpointLog()));
  }

  /** Takes the last step of a tape anew. */
  static void toEnd(Session session, CheckpointLog checkpointLog) {
    if (checkpointLog.available()) {
      new Traveller(session, checkpointLog).goTo(checkpointLog.newest(), () -> false);
    }
  }

  private void leave(Checkpoint stood, Project then) {
    Branch left = current.get();
    replace(left, left.leftAt(stood, then));
    places.put(then, left);
    left.checkpointLog().rest();
    comparison.follow(all);
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
    Branch wanted = places.get(now);
    if (wanted != null && before != null && !wanted.is(current.get()) && known(wanted).end() != null) {
      forgetNextEdit();
      turn((at, stood) -> {
        leave(stood, before);
        following.as(now, project -> takeUp(known(wanted), project));
      });
      return true;
    }
    boolean next = base != null && document.ready() && current.get() != null;
    if (next && Change.turns(base, now)) {
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

  private boolean turning() {
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

  // --- what runs there are

  /** The first step that can be seen of the run that trains; earlier ones than its own are of the run that it grew from. */
  public long first() {
    return current.get() == null ? 0 : current.get().showing(Long.MIN_VALUE).checkpointLog().first();
  }

  /** By which the step is seen again. Only while there is a run. */
  CheckpointLog showing(long step) {
    return current.get().showing(step).checkpointLog();
  }

  /** What was measured of a run that is taken up again. */
  Optional<RunHistory> courseOf(Run begun) {
    return begun == null ? Optional.empty() : all.stream().filter(branch -> branch.checkpointLog() == begun.checkpointLog())
        .map(Branch::history).findFirst();
  }

  /** The runs of now, as they will be found again where an edit is undone. */
  LeftRuns.Tree tree() {
    return LeftRuns.Tree.of(all, places);
  }

  /**
   * Another run is shown.
   *
   * @param begun null where there is none any more
   * @param back the tree that it comes back with, if an edit had ended it
   */
  void begun(Run begun, RunHistory history, Optional<LeftRuns.Tree> back) {
    Expected meant = begun != null && expected != null && begun.project() == expected.project() ? expected : null;
    arrived = meant != null;
    expected = null;
    if (begun == null || meant == null) {
      removed.set(Optional.empty());
      all.stream().map(Branch::history).filter(gone -> !left.keeps(gone)).forEach(RunHistory::letGoOfNorms);
      all.setAll(back.map(LeftRuns.Tree::branches).orElse(List.of()));
      places.clear();
      back.ifPresent(tree -> places.putAll(tree.places()));
      forgetNextEdit();
    }
    current.set(null);
    if (begun != null) {
      Branch known = all.stream().filter(branch -> branch.checkpointLog() == begun.checkpointLog()).findFirst()
          .orElseGet(() -> grown(begun, history, meant));
      replace(known, known.taken(history));
      places.put(begun.project(), known);
      current.set(known(known));
    }
    comparison.follow(all);
  }

  private Branch grown(Run begun, RunHistory history, Expected meant) {
    long from = begun.checkpointLog().first();
    if (meant != null) {
      history.goOnFrom(meant.parent().history(), from);
    }
    Message change = meant == null ? Message.of("branch.first") : meant.change();
    forgetRemoved();
    Branch grown = new Branch(
        freeNumber(), change, "", from, Optional.ofNullable(meant).map(Expected::parent), begun.project(), history, begun.checkpointLog(),
        null);
    all.add(grown);
    grown.parent().ifPresent(left -> comparison.compare(left, grown));
    return grown;
  }

  /** The first that is no number of a branch, nor of one that another still says to have left. */
  private int freeNumber() {
    return IntStream.iterate(0, number -> number + 1)
        .filter(number -> all.stream().noneMatch(one -> one.number() == number || one.parent().filter(left -> left.number() == number)
            .isPresent()))
        .findFirst().orElseThrow();
  }

  // --- removing one

  /** Takes a run from the tree. The one that trains stays; the last one that was removed can be brought back until another begins. */
  public void remove(Branch branch) {
    Branch known = known(branch);
    if (turning() || !all.contains(known) || known.is(current.get())) {
      return;
    }
    forgetRemoved();
    show(known, false);
    all.remove(known);
    places.values().removeIf(known::is);
    comparison.follow(all);
    removed.set(Optional.of(known));
  }

  /** The run that was removed last, as long as it can be brought back. */
  public ReadOnlyObjectProperty<Optional<Branch>> removedProperty() {
    return removed.getReadOnlyProperty();
  }

  /** Brings back what was removed last, where it was. */
  public void bringBack() {
    removed.get().ifPresent(branch -> {
      int place = (int) all.stream().filter(one -> one.number() < branch.number()).count();
      all.add(place, branch);
      places.put(branch.project(), branch);
      show(branch, true);
      comparison.follow(all);
      removed.set(Optional.empty());
    });
  }

  private void forgetRemoved() {
    removed.get().ifPresent(branch -> branch.history().letGoOfNorms());
    removed.set(Optional.empty());
  }

  // --- what a person calls one, and whether its curves are drawn

  /** Gives a branch another name; an empty one for what it does otherwise. */
  public void rename(Branch branch, String name) {
    replace(branch, known(branch).called(name.strip()));
    current.set(known(current.get()));
  }

  /** Whether its curves are drawn. */
  public boolean shown(Branch branch) {
    return branch.is(current.get()) || run.earlier().contains(branch.history());
  }

  /** Draws the curves of a branch that does not train, or does so no longer. */
  public void show(Branch branch, boolean shown) {
    if (!shown) {
      run.earlier().remove(branch.history());
    } else if (!shown(branch)) {
      run.earlier().add(0, branch.history());
    }
  }

  private void replace(Branch branch, Branch by) {
    all.replaceAll(one -> one.is(branch) ? by : one);
  }

  /** The branch as it is now. */
  private Branch known(Branch branch) {
    return all.stream().filter(one -> one.is(branch)).findFirst().orElse(branch);
  }
}
