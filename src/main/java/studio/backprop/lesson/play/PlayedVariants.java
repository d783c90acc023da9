package studio.backprop.lesson.play;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.backprop.compare.Comparison;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Progress;
import studio.backprop.kernel.Kernels;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand.Change;
import studio.backprop.lesson.command.ProjectEdits;
import studio.backprop.project.Project;
import studio.backprop.run.InitialWeights;
import studio.backprop.text.Message;
import studio.backprop.train.Session;

/** Variants of a comparison in headless execution. */
final class PlayedVariants implements AutoCloseable {
  private final TreeMap<Character, List<Change>> changes = new TreeMap<>();
  private Optional<Comparison> comparison = Optional.empty();
  /** Comparison of the last mark, which is not closed with the others. */
  private Optional<Comparison> marked = Optional.empty();

  /** @param comparison of trained variants; empty for none */
  record State(Map<Character, List<Change>> changes, Optional<Comparison> comparison) {}

  void add(Change change) {
    changes.computeIfAbsent(change.lane().orElseThrow(), lane -> new ArrayList<>()).add(change);
  }

  Optional<Comparison> comparison() {
    return comparison;
  }

  /** Projects of the variants. @throws LineFault if a change does not apply to this project */
  List<Project> variants(Project project) throws LineFault {
    return ProjectEdits.variants(project, changes);
  }

  /** Trains them to their end. @throws LineFault if data cannot be read */
  void run(List<Project> variants, InitialWeights start, Kernels kernels) throws LineFault {
    end();
    try {
      comparison = Optional.of(Comparison.of(variants, start, kernels, 1, Progress.NONE));
      comparison.get().take(Integer.MAX_VALUE);
    } catch (DataProblem problem) {
      throw new LineFault(1, problem.sentence());
    }
  }

  /** Session of a variant. @throws LineFault if there is none of this letter */
  Session lane(char letter) throws LineFault {
    int place = letter - 'A';
    return comparison.filter(lanes -> place < lanes.lanes().size()).map(lanes -> lanes.lanes().get(place).session())
        .orElseThrow(() -> new LineFault(1, Message.of("lesson.play.no_lane", String.valueOf(letter))));
  }

  void clear() {
    changes.clear();
    end();
  }

  private void end() {
    if (!comparison.equals(marked)) {
      comparison.ifPresent(Comparison::close);
    }
    comparison = Optional.empty();
  }

  /** Current state. Trained variants can be restored until the next mark. */
  State mark() {
    if (!marked.equals(comparison)) {
      marked.ifPresent(Comparison::close);
    }
    marked = comparison;
    Map<Character, List<Change>> copy = new HashMap<>();
    changes.forEach((lane, all) -> copy.put(lane, List.copyOf(all)));
    return new State(copy, comparison);
  }

  void back(State state) {
    clear();
    state.changes.forEach((lane, all) -> changes.put(lane, new ArrayList<>(all)));
    comparison = state.comparison;
  }

  @Override
  public void close() {
    end();
    marked.ifPresent(Comparison::close);
    marked = Optional.empty();
  }
}
