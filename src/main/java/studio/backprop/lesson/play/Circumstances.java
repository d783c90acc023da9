package studio.backprop.lesson.play;

import java.util.Map;
import java.util.Set;
import studio.backprop.observe.Example;
import studio.backprop.project.Project;

/**
 * Snapshot of the state outside a session that checks can read, also on the training thread.
 *
 * @param start the project at the start of the step
 * @param project current project, which may be ahead of the session's
 * @param playing whether training runs
 * @param examined whether the doctor has examined the run
 * @param findings kinds of the doctor's findings, in lower case
 * @param seen names of the views that were open in this step
 * @param answers by question id: a number, or NaN where it is none
 * @param sure confidence by question id, 1 to 3
 * @param startValues quantities at the start of the step, by their text without {@code start.}
 * @param example selected example
 * @param folds results of the cross-validation
 * @param search results of the hyperparameter search
 */
public record Circumstances(
    Project start, Project project, boolean playing, boolean examined, Set<String> findings, Set<String> seen, Map<String, Double> answers,
    Map<String, Integer> sure, Map<String, Double> startValues, Example example, FoldNumbers folds,
    SearchNumbers search) {
  /** The same for a variant's project. */
  Circumstances ofLane(Project lane) {
    return new Circumstances(start, lane, playing, examined, findings, seen, answers, sure, startValues, example, folds, search);
  }

  /** At the start of a lesson step. */
  public static Circumstances of(Project project) {
    return new Circumstances(project, project, false, false, Set.of(), Set.of(), Map.of(), Map.of(), Map.of(), Example.FIRST,
        FoldNumbers.NONE, SearchNumbers.NONE);
  }
}
