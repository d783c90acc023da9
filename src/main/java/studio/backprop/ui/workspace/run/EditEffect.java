package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.function.Function;
import studio.backprop.environment.GridMap;
import studio.backprop.project.Agent;
import studio.backprop.project.Assignment;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;

/** Effect of an edit on the run: none, a number that can change during it, other data or seed, or another network. */
enum EditEffect {
  NOTHING,
  NUMBERS,
  START_AGAIN,
  KEEP_WEIGHTS;

  /** Whether it ends the run. */
  boolean ends() {
    return this == START_AGAIN || this == KEEP_WEIGHTS;
  }

  static EditEffect between(Project before, Project now) {
    if (!sameData(withoutDrawn(before), withoutDrawn(now)) || before.training().seed() != now.training().seed()) {
      return START_AGAIN;
    }
    Function<TrainingSettings, TrainingSettings> fixed = t -> t.withRate(1).withEpochs(1);
    Assignment live = before.assignment().withLive(now.assignment());
    boolean same = sameData(before, now) && live.equals(now.assignment())
        && fixed.apply(before.training()).equals(fixed.apply(now.training()))
        && before.network().computed().equals(now.network().computed());
    if (!same) {
      return KEEP_WEIGHTS;
    }
    return before.training().equals(now.training()) && before.assignment().equals(now.assignment()) ? NOTHING : NUMBERS;
  }

  /** Another drawing is no other data, and another map no other environment: training continues. */
  private static Project withoutDrawn(Project project) {
    if (project.assignment() instanceof Agent agent) {
      return project.withAssignment(agent.withMap(GridMap.USUAL));
    }
    return project.data().kept().isEmpty() ? project : project.withData(project.data().withKept(List.of()));
  }

  static boolean sameData(Project before, Project now) {
    return before.data().equals(now.data()) && before.table().equals(now.table());
  }

  /** Whether the views of one can show steps of the other. */
  static boolean looksAlike(Project one, Project other) {
    return sameData(one, other) && one.network().computed().equals(other.network().computed());
  }

  /** Whether the run would take another course; more epochs alone do not count. */
  static boolean turns(Project before, Project now) {
    return between(before, now).ends() || before.training().rate() != now.training().rate()
        || !before.assignment().equals(now.assignment());
  }
}
