package studio.backprop.ui.run;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import studio.backprop.train.Project;
import studio.backprop.train.Run;
import studio.backprop.train.Stood;
import studio.backprop.train.Tape;

/**
 * The last few runs that an edit has ended, each with the document that it trained. Who comes back to that document, by undo or by redo, gets
 * the whole run back: where it stood, its curves, its history and its branches. All together they take an eighth of the memory at most;
 * where they would take more, the oldest are let go, and undo brings back no more than the weights that still fit.
 */
final class LeftRuns {
  static final int MOST = 4;

  /** The runs of a tree, and the documents by which undo and redo lead from one to another. */
  record Tree(List<Branch> branches, Map<Project, Branch> places) {
    static final Tree NONE = new Tree(List.of(), Map.of());

    static Tree of(List<Branch> branches, Map<Project, Branch> places) {
      return new Tree(List.copyOf(branches), new IdentityHashMap<>(places));
    }
  }

  /** One of them. What it has measured is known as soon as another run is shown. */
  static final class Left {
    private final Project project;
    private final CompletableFuture<Optional<Stood>> stood;
    /** Whether it is kept although it took no step: others would begin with the weights of the run that they leave. */
    private final boolean bare;
    private Course course;
    private Tree tree = Tree.NONE;

    private Left(Project project, CompletableFuture<Optional<Stood>> stood, boolean bare) {
      this.bare = bare;
      this.project = project;
      this.stood = stood;
    }

    /** The copy that the trainer makes between two steps; empty where it would take too much memory. */
    CompletableFuture<Optional<Stood>> stood() {
      return stood;
    }

    Optional<Course> course() {
      return Optional.ofNullable(course);
    }

    Tree tree() {
      return tree;
    }

    private Optional<Tape> tape() {
      return stood.isCompletedExceptionally() ? Optional.empty() : stood.getNow(Optional.empty()).map(Stood::tape);
    }

    private Stream<Tape> tapes() {
      return Stream.concat(tape().stream(), tree.branches().stream().map(Branch::tape)).distinct();
    }

    private long bytes() {
      long copy = stood.isCompletedExceptionally() ? 0 : stood.getNow(Optional.empty()).map(now -> now.at().bytes()).orElse(0L);
      return copy + tapes().mapToLong(Tape::bytes).sum() + course().map(Course::bytes).orElse(0L);
    }
  }

  private final List<Left> all = new ArrayList<>();
  /** The run that was ordered back, until it is shown. */
  private Left returning;

  /** The document is about to change so that its run ends. @param bare whether the run is kept also where it took no step */
  void leave(Project project, CompletableFuture<Optional<Stood>> stood, boolean bare) {
    all.removeIf(left -> left.project == project);
    all.add(new Left(project, stood, bare));
    if (all.size() > MOST) {
      letGo(all.remove(0));
    }
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
      returning = left;
    });
    return found;
  }

  /** Another run takes the place of this one on the screen. @param tree that it belongs to */
  void measured(Run run, Course course, Tree tree) {
    List<Left> known = new ArrayList<>(all);
    Optional.ofNullable(returning).ifPresent(known::add);
    for (Left left : known) {
      left.tape().filter(tape -> run != null && tape == run.tape()).ifPresent(tape -> {
        left.course = course;
        left.tree = tree;
        left.tapes().forEach(Tape::rest);
      });
    }
    all.removeIf(left -> !left.bare && left.course != null && left.course.isEmpty());
    while (!all.isEmpty() && all.stream().mapToLong(Left::bytes).sum() > Stood.mostBytes()) {
      letGo(all.remove(0));
    }
  }

  /** What is known of a run that begins, if it was left before. */
  Optional<Left> returned(Run begun) {
    Optional<Left> found = Optional.ofNullable(returning).filter(left -> begun != null && left.tape().filter(tape -> tape == begun.tape()).isPresent());
    found.ifPresent(left -> returning = null); // others may be shown before it
    return found;
  }

  /** Whether a run may come back with this. */
  boolean keeps(Course course) {
    return all.stream().anyMatch(left -> left.course == course || left.tree.branches().stream().anyMatch(branch -> branch.course() == course));
  }

  Stream<Tape> tapes() {
    return all.stream().flatMap(Left::tapes);
  }

  void clear() {
    all.clear();
    returning = null;
  }

  private void letGo(Left left) {
    Stream.concat(left.course().stream(), left.tree.branches().stream().map(Branch::course)).filter(course -> !keeps(course)).forEach(Course::letGoOfNorms);
  }
}
