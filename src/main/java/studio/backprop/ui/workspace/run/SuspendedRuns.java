package studio.backprop.ui.workspace.run;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.run.SuspendedRun;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.ui.kit.Smoothing;

/**
 * Runs ended by an edit, each with its document. Undo or redo to that document resumes the run with its curves, history and branches.
 * Limited to an eighth of the memory: the oldest are dropped, and undo then restores only the weights that still fit.
 */
final class SuspendedRuns {
  static final int MOST = 4;

  /** Branches of a tree, and the documents that undo and redo resume them by. */
  record Tree(List<Branch> branches, Map<Project, Branch> places) {
    static final Tree NONE = new Tree(List.of(), Map.of());

    /** With an earlier state in place of one of its runs. */
    Tree with(RunHistory whole, RunHistory earlier, CheckpointLog log) {
      UnaryOperator<Branch> change = branch -> branch.history() == whole ? branch.earlier(earlier, log) : branch;
      Map<Project, Branch> moved = new IdentityHashMap<>(places);
      moved.replaceAll((project, branch) -> change.apply(branch));
      return of(branches.stream().map(change).toList(), moved);
    }

    static Tree of(List<Branch> branches, Map<Project, Branch> places) {
      return new Tree(List.copyOf(branches), new IdentityHashMap<>(places));
    }
  }

  /** History of a suspended run, or of the run that it is an earlier state of. Shared if it was suspended again before it was shown. */
  private static final class Measured {
    private RunHistory history;
    private Tree tree = Tree.NONE;
  }

  static final class Left {
    private final Project project;
    private final CompletableFuture<Optional<SuspendedRun>> stood;
    /** Whether it is kept without steps: others would begin with its weights. */
    private final boolean bare;
    private final Measured measured;
    /** History of the run that it is an earlier state of; null for none. */
    private final Measured of;
    /** Whether it has been resumed; null until ordered. */
    private CompletableFuture<Boolean> came;

    private Left(Project project, CompletableFuture<Optional<SuspendedRun>> stood, boolean bare, Measured measured, Measured of) {
      this.of = of;
      this.bare = bare;
      this.project = project;
      this.stood = stood;
      this.measured = measured;
    }

    /** Copy of the state by the trainer between two steps; empty if it would take too much memory. */
    CompletableFuture<Optional<SuspendedRun>> stood() {
      return stood;
    }

    /** @param back completes once it is known whether the run was resumed */
    void ordered(CompletableFuture<Boolean> back) {
      came = back;
    }

    Optional<RunHistory> history() {
      return Optional.ofNullable(measured.history);
    }

    Tree tree() {
      return measured.tree;
    }

    /** Shown for the first time: its history is a prefix of that of the run it is an earlier state of. */
    void begun(Run begun, RunHistory shown, Smoothing smoothing) {
      if (of != null && measured.history == null) {
        RunHistory whole = of.history == null ? shown : of.history;
        measured.history = RunHistory.earlier(whole, begun, smoothing);
        measured.tree = of.tree.with(whole, measured.history, begun.checkpointLog());
      }
    }

    private Optional<CheckpointLog> checkpointLog() {
      return stood.isCompletedExceptionally() ? Optional.empty() : stood.getNow(Optional.empty()).map(SuspendedRun::checkpointLog);
    }

    private Stream<CheckpointLog> checkpointLogs() {
      return Stream.concat(checkpointLog().stream(), tree().branches().stream().map(Branch::checkpointLog)).distinct();
    }

    private long bytes() {
      long copy = stood.isCompletedExceptionally() ? 0 : stood.getNow(Optional.empty()).map(now -> now.at().bytes()).orElse(0L);
      return copy + checkpointLogs().mapToLong(CheckpointLog::bytes).sum() + history().map(RunHistory::bytes).orElse(0L);
    }
  }

  private final List<Left> all = new ArrayList<>();
  /** Runs ordered to resume, until shown or known to have failed. */
  private final List<Left> returning = new ArrayList<>();
  /** Those known before the trainer was polled. */
  private final List<Left> settled = new ArrayList<>();

  /**
   * Suspends the run, since the document is about to change.
   *
   * @param bare whether to keep it without steps
   */
  Left leave(Project project, CompletableFuture<Optional<SuspendedRun>> stood, boolean bare) {
    all.removeIf(left -> left.project == project || left.stood.isCompletedExceptionally());
    Measured known = returning.stream().filter(left -> left.project == project).findFirst().map(left -> left.measured)
        .orElseGet(Measured::new);
    Left gone = new Left(project, stood, bare, known, null);
    all.add(gone);
    if (all.size() > MOST) {
      letGo(all.remove(0));
    }
    return gone;
  }

  /** Suspends an earlier state of a suspended run, which takes its place. */
  Left earlier(Project project, CompletableFuture<Optional<SuspendedRun>> stood, Left of) {
    Left earlier = new Left(project, stood, true, new Measured(), of.measured);
    returning.add(earlier);
    return earlier;
  }

  /** Whether there is a run of this very document. */
  boolean holds(Project project) {
    return all.stream().anyMatch(left -> left.project == project && !left.stood.isCompletedExceptionally());
  }

  /** Removes and returns the run of this very document. */
  Optional<Left> takeBack(Project project) {
    Optional<Left> found = all.stream().filter(left -> left.project == project && !left.stood.isCompletedExceptionally()).findFirst();
    found.ifPresent(left -> {
      all.remove(left);
      returning.add(left);
    });
    return found;
  }

  /**
   * Another run replaces this one on screen.
   *
   * @param tree that it belongs to
   */
  void measured(Run run, RunHistory history, Tree tree) {
    for (Left left : kept().toList()) {
      left.checkpointLog().filter(checkpointLog -> run != null && checkpointLog == run.checkpointLog()).ifPresent(checkpointLog -> {
        left.measured.history = history;
        left.measured.tree = tree;
        left.checkpointLogs().forEach(CheckpointLog::rest);
      });
    }
    all.removeIf(left -> !left.bare && left.history().filter(RunHistory::isEmpty).isPresent());
    while (!all.isEmpty() && bytes() > SuspendedRun.mostBytes()) {
      letGo(all.remove(0));
    }
  }

  /** The suspended state of a run that begins, if any. */
  Optional<Left> returned(Run begun) {
    Optional<Left> found =
        returning.stream().filter(left -> begun != null && left.checkpointLog()
            .filter(checkpointLog -> checkpointLog == begun.checkpointLog()).isPresent()).findFirst();
    found.ifPresent(returning::remove); // others may be shown before it
    return found;
  }

  /** Before the trainer is polled: what it has done by now will be visible then. */
  void look() {
    settled.clear();
    returning.stream().filter(left -> left.came != null && left.came.isDone()).forEach(settled::add);
  }

  /**
   * After the trainer was polled: drops runs that were not resumed, or ended before they were shown.
   *
   * @param shown branches on screen, which keep their histories
   */
  void settle(List<Branch> shown) {
    settled.stream().filter(returning::remove)
        .filter(left -> shown.stream().noneMatch(branch -> branch.history() == left.measured.history))
        .forEach(this::letGo);
    settled.clear();
  }

  /** Total memory, each run once. */
  private long bytes() {
    return Stream.concat(all.stream(), returning.stream().filter(left -> !holds(left.project))).mapToLong(Left::bytes).sum();
  }

  private Stream<Left> kept() {
    return Stream.concat(all.stream(), returning.stream());
  }

  /** Whether a run may be resumed with this history. */
  boolean keeps(RunHistory history) {
    return kept().anyMatch(left -> left.measured.history == history || left.tree().branches().stream()
        .anyMatch(branch -> branch.history() == history));
  }

  Stream<CheckpointLog> checkpointLogs() {
    return kept().flatMap(Left::checkpointLogs);
  }

  void clear() {
    all.clear();
    returning.clear();
    settled.clear();
  }

  private void letGo(Left left) {
    Stream.concat(left.history().stream(), left.tree().branches().stream().map(Branch::history)).filter(history -> !keeps(history))
        .forEach(RunHistory::letGoOfNorms);
  }
}
