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

/** The lanes that a lesson has set up, and the comparison of them in the window. */
public final class LessonVariants {
  private final DocumentModel document;
  private final ComparisonModel comparison;
  private final SortedMap<Character, List<Change>> changes = new TreeMap<>();
  /** Those that the step began with. */
  private final SortedMap<Character, List<Change>> ofStep = new TreeMap<>();
  private ComparisonRunner.Status seen;
  /** Whether they rest because their task is met. */
  private volatile boolean met;

  LessonVariants(DocumentModel document, ComparisonModel comparison) {
    this.document = document;
    this.comparison = comparison;
  }

  /** Another project is open. */
  void clear() {
    changes.clear();
  }

  /** One of them is to differ in one thing more. @throws LineFault if that cannot be changed */
  void add(Change change) throws LineFault {
    changes.computeIfAbsent(change.lane().orElseThrow(), lane -> new ArrayList<>()).add(change);
    setUp();
  }

  /** The step begins with those that are set up now. */
  void beginStep() {
    ofStep.clear();
    changes.forEach((lane, all) -> ofStep.put(lane, List.copyOf(all)));
  }

  /** Sets up those that the step began with. @throws LineFault if the project that is open has not what they change */
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

  /** Trains all to their end, or to the step at which their task is met. */
  LessonActs.UnderWay runToEnd() {
    met = false;
    comparison.runToEnd();
    return () -> comparison.ended() || comparison.refused().isPresent() || met && comparison.rest().isPresent();
  }

  /** Judges a task of the lanes after each step, while they wait. @param judge says whether it is met; empty for no task */
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

  /** How far they are, from 0 to 1. */
  double share() {
    return comparison.share();
  }

  void pause() {
    comparison.pause();
  }

  /** Whether they have come to another rest since this was asked last. */
  public boolean moved() {
    ComparisonRunner.Status now = comparison.rest().orElse(null);
    boolean moved = now != null && now != seen;
    seen = now;
    return moved;
  }

  /** Reads something of them; empty where there are none. */
  public <T> CompletableFuture<Optional<T>> ask(Function<Comparison, T> question) {
    return comparison.ask(question);
  }
}
