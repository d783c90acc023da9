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
 * The last few runs that an edit has ended, each with the document that it trained. An undo or a redo that comes back to that document
 * brings the whole run back: where it stood, its curves, its history and its branches. All together they take an eighth of the memory at
 * most; where they would take more, the oldest are let go, and undo brings back no more than the weights that still fit.
 */
final class SuspendedRuns {
  static final int MOST = 4;

  /** The runs of a tree, and the documents by which undo and redo lead from one to another. */
  record Tree(List<Branch> branches, Map<Project, Branch> places) {
    static final Tree NONE = new Tree(List.of(), Map.of());

    /** The same with an earlier state of one of its runs in the place of that. */
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

  /** What was measured of one of them, or of the run that it is an earlier state of. Shared where it was left again before it was shown. */
  private static final class Measured {
    private RunHistory history;
    private Tree tree = Tree.NONE;
  }

  /** One of them. What it has measured is known as soon as another run is shown. */
  static final class Left {
    private final Project project;
    private final CompletableFuture<Optional<SuspendedRun>> stood;
    /** Whether it is kept although it took no step: others would begin with the weights of the run that they leave. */
    private final boolean bare;
    private final Measured measured;
    /** What was measured of the run that it is an earlier state of; null where it is none. */
    private final Measured of;
    /** Whether it has come back; null while that was not ordered. */
    private CompletableFuture<Boolean> came;

    private Left(Project project, CompletableFuture<Optional<SuspendedRun>> stood, boolean bare, Measured measured, Measured of) {
      this.of = of;
      this.bare = bare;
      this.project = project;
      this.stood = stood;
      this.measured = measured;
    }

    /** The copy that the trainer makes between two steps; empty where it would take too much memory. */
    CompletableFuture<Optional<SuspendedRun>> stood() {
      return stood;
    }

    /** @param back says whether the run has come back, once that is known */
    void ordered(CompletableFuture<Boolean> back) {
      came = back;
    }

    Optional<RunHistory> history() {
      return Optional.ofNullable(measured.history);
    }

    Tree tree() {
      return measured.tree;
    }

    /** It is shown for the first time: what it has measured is a part of what the run has that it is an earlier state of. */
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
  /** The runs that were ordered back, each until it is shown or it is known that it will not be. */
  private final List<Left> returning = new ArrayList<>();
  /** Those of which that was known before the trainer was looked at. */
  private final List<Left> settled = new ArrayList<>();

  /** The document is about to change so that its run ends. @param bare whether the run is kept also where it took no step */
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

  /** A run that is an earlier state of one that is left is to take its place. */
  Left earlier(Project project, CompletableFuture<Optional<SuspendedRun>> stood, Left of) {
    Left earlier = new Left(project, stood, true, new Measured(), of.measured);
    returning.add(earlier);
    return earlier;
  }

  /** Whether there is a run of this very document. */
  boolean holds(Project project) {
    return all.stream().anyMatch(left -> left.project == project && !left.stood.isCompletedExceptionally());
  }

  /** The run of this very document, which is no longer kept here. */
  Optional<Left> takeBack(Project project) {
    Optional<Left> found = all.stream().filter(left -> left.project == project && !left.stood.isCompletedExceptionally()).findFirst();
    found.ifPresent(left -> {
      all.remove(left);
      returning.add(left);
    });
    return found;
  }

  /** Another run takes the place of this one on the screen. @param tree that it belongs to */
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

  /** What is known of a run that begins, if it was left before. */
  Optional<Left> returned(Run begun) {
    Optional<Left> found =
        returning.stream().filter(left -> begun != null && left.checkpointLog()
            .filter(checkpointLog -> checkpointLog == begun.checkpointLog()).isPresent()).findFirst();
    found.ifPresent(returning::remove); // others may be shown before it
    return found;
  }

  /** The trainer is about to be looked at: what it has done by now will have been seen then. */
  void look() {
    settled.clear();
    returning.stream().filter(left -> left.came != null && left.came.isDone()).forEach(settled::add);
  }

  /**
   * The trainer has been looked at: a run that did not come back, or was gone again before it was seen, is kept no longer.
   *
   * @param shown the runs of the tree on the screen, which keep their courses
   */
  void settle(List<Branch> shown) {
    settled.stream().filter(returning::remove)
        .filter(left -> shown.stream().noneMatch(branch -> branch.history() == left.measured.history))
        .forEach(this::letGo);
    settled.clear();
  }

  /** The memory that they take, each run once. */
  private long bytes() {
    return Stream.concat(all.stream(), returning.stream().filter(left -> !holds(left.project))).mapToLong(Left::bytes).sum();
  }

  private Stream<Left> kept() {
    return Stream.concat(all.stream(), returning.stream());
  }

  /** Whether a run may come back with this. */
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
