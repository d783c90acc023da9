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
 * Tree of runs that branched at earlier steps. One trains; the others keep their state and checkpoint logs. An edit of the current run, or
 * a reset, begins a new tree, and its undo restores the old one; undo of a branching edit resumes the parent. {@link Branching} switches.
 */
public final class Branches {
  /** Limit by memory and by distinct colours. */
  public static final int MOST = 8;

  private final ObservableList<Branch> all = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Branch> current = new ReadOnlyObjectWrapper<>(this, "current");
  private final ReadOnlyObjectWrapper<Optional<Branch>> removed = new ReadOnlyObjectWrapper<>(this, "removed", Optional.empty());
  private final RunModel run;
  private final ReplayPosition past;
  private final StepComparison comparison;
  private final SuspendedRuns left;
  /** Documents at which a run was left or resumed, by identity: undo or redo to one of them resumes that run. */
  private final Map<Project, Branch> places = new IdentityHashMap<>();

  Branches(RunModel run, SuspendedRuns left) {
    this.run = run;
    this.past = run.past();
    this.left = left;
    this.comparison = new StepComparison(run);
  }

  public ObservableList<Branch> all() {
    return all;
  }

  /** The one that trains; null if there is none. */
  public ReadOnlyObjectProperty<Branch> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Comparison of two branches. */
  public StepComparison comparison() {
    return comparison;
  }

  /** The branch with this history; empty for runs of other trees. */
  public Optional<Branch> of(RunHistory history) {
    return all.stream().filter(branch -> branch.history() == history).findFirst();
  }

  /** All retained checkpoint logs: of the branches, of their removed ancestors, and of the last branch removed. */
  public Set<CheckpointLog> checkpointLogs() {
    Set<CheckpointLog> logs = new HashSet<>();
    Stream.concat(all.stream(), removed.get().stream())
        .flatMap(branch -> Stream.iterate(Optional.of(branch), Optional::isPresent, left -> left.get().parent()))
        .forEach(branch -> logs.add(branch.get().checkpointLog()));
    left.checkpointLogs().forEach(logs::add);
    return logs;
  }

  /** The branch whose step is displayed: the current one or an ancestor. Empty between two runs. */
  public Optional<Branch> looked() {
    return Optional.ofNullable(current.get()).map(now -> past.stepProperty().get().map(now::showing).orElse(now));
  }

  /** Suspends the current run at this document. */
  void leave(Checkpoint stood, Project then) {
    Branch left = current.get();
    replace(left, left.leftAt(stood, then));
    places.put(then, left);
    left.checkpointLog().rest();
    comparison.follow(all);
  }

  /** First displayable step of the current run; ancestors' steps included. */
  public long first() {
    return current.get() == null ? 0 : current.get().showing(Long.MIN_VALUE).checkpointLog().first();
  }

  /** Checkpoint log that replays the step. Requires a current run. */
  CheckpointLog showing(long step) {
    return current.get().showing(step).checkpointLog();
  }

  /** History of a run that is resumed. */
  Optional<RunHistory> courseOf(Run begun) {
    return begun == null ? Optional.empty() : all.stream().filter(branch -> branch.checkpointLog() == begun.checkpointLog())
        .map(Branch::history).findFirst();
  }

  /** Snapshot of the tree, for undo of an edit. */
  SuspendedRuns.Tree tree() {
    return SuspendedRuns.Tree.of(all, places);
  }

  /**
   * Replaces the tree.
   *
   * @param back tree to restore; empty to start a new one
   */
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
   * @param begun null for none
   * @param change by which a new one begins
   * @param parent of a new one
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

  private int freeNumber() {
    return IntStream.iterate(0, number -> number + 1)
        .filter(number -> all.stream().noneMatch(one -> one.number() == number || one.parent().filter(left -> left.number() == number)
            .isPresent()))
        .findFirst().orElseThrow();
  }

  // --- removing

  /** Removes a branch, except the current one; the last removed can be restored until another begins. */
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

  /** The last removed branch, while it can be restored. */
  public ReadOnlyObjectProperty<Optional<Branch>> removedProperty() {
    return removed.getReadOnlyProperty();
  }

  /** Restores the last removed branch. */
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

  // --- name and visibility of curves

  public void rename(Branch branch, String name) {
    replace(branch, known(branch).called(name.strip()));
    current.set(known(current.get()));
  }

  public boolean shown(Branch branch) {
    return branch.is(current.get()) || run.earlier().contains(branch.history());
  }

  /** Shows the curves of a branch that does not train. */
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

  /** Current state of the branch that was left or resumed at this very document. */
  Optional<Branch> at(Project document) {
    return Optional.ofNullable(places.get(document)).map(this::known);
  }

  /** Current state of a branch. */
  Branch known(Branch branch) {
    return all.stream().filter(one -> one.is(branch)).findFirst().orElse(branch);
  }
}
