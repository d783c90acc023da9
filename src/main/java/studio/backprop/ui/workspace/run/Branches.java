package studio.backprop.ui.workspace.run;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;

/**
 * The runs that grew from one another by going back to a step and going on otherwise. One of them trains; the others keep where they stood
 * and their checkpoint logs. An edit of the run that trains, or a reset, begins a new tree, and undo of the edit brings the old one back;
 * undo of what began a branch takes up the run that it left. {@link Branching} changes from one to another.
 */
public final class Branches {
  /** More runs would fill the memory, and nobody could tell their lines apart. */
  public static final int MOST = 8;

  private final ObservableList<Branch> all = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Branch> current = new ReadOnlyObjectWrapper<>(this, "current");
  private final ReadOnlyObjectWrapper<Optional<Branch>> removed = new ReadOnlyObjectWrapper<>(this, "removed", Optional.empty());
  private final RunModel run;
  private final ReplayPosition past;
  private final StepComparison comparison;
  private final SuspendedRuns left;
  /** The documents at which a run was left or taken up, themselves and not their like: an undo or redo that comes to one wants that run. */
  private final Map<Project, Branch> places = new IdentityHashMap<>();

  Branches(RunModel run, SuspendedRuns left) {
    this.run = run;
    this.past = run.past();
    this.left = left;
    this.comparison = new StepComparison(run);
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
   * All checkpoint logs that are kept: of the branches, of those that they grew from although they were removed, and of the last that was
   * removed.
   */
  public Set<CheckpointLog> checkpointLogs() {
    Set<CheckpointLog> logs = new HashSet<>();
    Stream.concat(all.stream(), removed.get().stream())
        .flatMap(branch -> Stream.iterate(Optional.of(branch), Optional::isPresent, left -> left.get().parent()))
        .forEach(branch -> logs.add(branch.get().checkpointLog()));
    left.checkpointLogs().forEach(logs::add);
    return logs;
  }

  /** The run whose step is looked at: the one that trains, or one that it grew from. Empty while none is there, as between two. */
  public Optional<Branch> looked() {
    return Optional.ofNullable(current.get()).map(now -> past.stepProperty().get().map(now::showing).orElse(now));
  }

  /** The run that trains is left at this document, to be taken up again where it stood. */
  void leave(Checkpoint stood, Project then) {
    Branch left = current.get();
    replace(left, left.leftAt(stood, then));
    places.put(then, left);
    left.checkpointLog().rest();
    comparison.follow(all);
  }

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
  SuspendedRuns.Tree tree() {
    return SuspendedRuns.Tree.of(all, places);
  }

  /** Another tree takes the place of this one. @param back one that comes back; empty for one that is to grow */
  void replace(Optional<SuspendedRuns.Tree> back) {
    removed.set(Optional.empty());
    all.stream().map(Branch::history).filter(gone -> !left.keeps(gone)).forEach(RunHistory::letGoOfNorms);
    all.setAll(back.map(SuspendedRuns.Tree::branches).orElse(List.of()));
    places.clear();
    back.ifPresent(tree -> places.putAll(tree.places()));
  }

  /**
   * Another run is shown.
   *
   * @param begun null where there is none any more
   * @param change by which it begins, where it is new
   * @param parent the run that it then grows from
   */
  void begun(Run begun, RunHistory history, Message change, Optional<Branch> parent) {
    current.set(null);
    if (begun != null) {
      Branch known = all.stream().filter(branch -> branch.checkpointLog() == begun.checkpointLog()).findFirst()
          .orElseGet(() -> grown(begun, history, change, parent));
      replace(known, known.taken(history));
      places.put(begun.project(), known);
      current.set(known(known));
    }
    comparison.follow(all);
  }

  private Branch grown(Run begun, RunHistory history, Message change, Optional<Branch> parent) {
    long from = begun.checkpointLog().first();
    parent.ifPresent(left -> history.goOnFrom(left.history(), from));
    forgetRemoved();
    Branch grown =
        new Branch(freeNumber(), change, "", from, parent, begun.project(), history, begun.checkpointLog(), null);
    all.add(grown);
    parent.ifPresent(left -> comparison.compare(left, grown));
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
  void remove(Branch branch) {
    Branch known = known(branch);
    if (!all.contains(known) || known.is(current.get())) {
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

  /** The run that was left or taken up at this very document, as it is now. */
  Optional<Branch> at(Project document) {
    return Optional.ofNullable(places.get(document)).map(this::known);
  }

  /** The branch as it is now. */
  Branch known(Branch branch) {
    return all.stream().filter(one -> one.is(branch)).findFirst().orElse(branch);
  }
}
