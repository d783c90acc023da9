package studio.backprop.lesson.play;

import java.util.Map;
import java.util.Set;
import studio.backprop.observe.Example;
import studio.backprop.project.Project;

/**
 * What a check asks for that no session knows. Nothing of it changes, so that the training thread may read it.
 *
 * @param start the project at the start of the step
 * @param project as it is now, which may be ahead of the session's
 * @param playing whether training runs
 * @param examined whether the doctor has looked at the run
 * @param findings the kinds of what the doctor found, in lower case
 * @param seen the names of the views that were open in this step
 * @param answers the answers so far by the ids of their questions: a number, or NaN where it is none
 * @param sure how sure a learner was, 1 to 3
 * @param startValues the quantities at the start of the step, by their text without {@code start.}
 * @param example that is looked at
 * @param folds what the cross-validation has come to
 * @param search what the search of settings has come to
 */
public record Circumstances(
    Project start, Project project, boolean playing, boolean examined, Set<String> findings, Set<String> seen, Map<String, Double> answers,
    Map<String, Integer> sure, Map<String, Double> startValues, Example example, FoldNumbers folds,
    SearchNumbers search) {
  /** The same around a lane of a comparison. */
  Circumstances ofLane(Project lane) {
    return new Circumstances(start, lane, playing, examined, findings, seen, answers, sure, startValues, example, folds, search);
  }

  /** As a step of a lesson begins. */
  public static Circumstances of(Project project) {
    return new Circumstances(project, project, false, false, Set.of(), Set.of(), Map.of(), Map.of(), Map.of(), Example.FIRST,
        FoldNumbers.NONE, SearchNumbers.NONE);
  }
}
