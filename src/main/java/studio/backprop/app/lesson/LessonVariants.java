package studio.backprop.app.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import studio.backprop.compare.Comparison;
import studio.backprop.compare.ComparisonRunner;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand.Change;
import studio.backprop.lesson.command.ProjectEdits;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.ui.compare.comparison.ComparisonModel;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Variants of a lesson, and their comparison in the window. */
public final class LessonVariants {
  private final DocumentModel document;
  private final ComparisonModel comparison;
  private final SortedMap<Character, List<Change>> changes = new TreeMap<>();
  /** Variants at the step's start. */
  private final SortedMap<Character, List<Change>> ofStep = new TreeMap<>();
  private ComparisonRunner.Status seen;
  /** Whether they stopped because their task is met. */
  private volatile boolean met;

  LessonVariants(DocumentModel document, ComparisonModel comparison) {
    this.document = document;
    this.comparison = comparison;
  }

  /** Another project is open. */
  void clear() {
    changes.clear();
  }

  /**
   * Adds a change to a variant.
   *
   * @throws LineFault if it cannot be changed
   */
  void add(Change change) throws LineFault {
    changes.computeIfAbsent(change.lane().orElseThrow(), lane -> new ArrayList<>()).add(change);
    setUp();
  }

  void beginStep() {
    ofStep.clear();
    changes.forEach((lane, all) -> ofStep.put(lane, List.copyOf(all)));
  }

  /**
   * Restores the variants of the step's start.
   *
   * @throws LineFault if the open project does not support their changes
   */
  void putBack() throws LineFault {
    changes.clear();
    ofStep.forEach((lane, all) -> changes.put(lane, new ArrayList<>(all)));
    if (!changes.isEmpty()) {
      setUp();
    }
  }

  private void setUp() throws LineFault {
    List<Project> projects = ProjectEdits.variants(document.project(), changes);
    if (projects.size() > 1) {
      comparison.compare(projects);
    }
  }

  /** Trains all to the end, or until their task is met. */
  LessonActs.UnderWay runToEnd() {
    met = false;
    comparison.runToEnd();
    return () -> comparison.ended() || comparison.refused().isPresent() || met && comparison.rest().isPresent();
  }

  /**
   * Evaluates a task after each step, blocking the variants.
   *
   * @param judge true once met; empty for no task
   */
  public void watch(Optional<ComparisonRunner.Watcher> judge) {
    comparison.watch(judge.map(one -> twins -> {
      boolean now = one.stepped(twins);
      met |= now;
      return now;
    }));
  }

  /** Makes one of them the project. */
  LessonActs.UnderWay keep(char lane) {
    CompletableFuture<Boolean> kept = comparison.keep(lane - 'A', String.valueOf(lane));
    return () -> {
      if (kept.isDone() && !kept.join()) {
        throw new LineFault(1, Message.of("lesson.play.no_lane", String.valueOf(lane)));
      }
      return kept.isDone();
    };
  }

  double share() {
    return comparison.share();
  }

  void pause() {
    comparison.pause();
  }

  /** Whether they have paused again since the last call. */
  public boolean moved() {
    ComparisonRunner.Status now = comparison.rest().orElse(null);
    boolean moved = now != null && now != seen;
    seen = now;
    return moved;
  }

  /** Queries the variants; empty if there are none. */
  public <T> CompletableFuture<Optional<T>> ask(Function<Comparison, T> question) {
    return comparison.ask(question);
  }
}
