package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.function.Function;
import studio.backprop.environment.GridMap;
import studio.backprop.project.Agent;
import studio.backprop.project.Assignment;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;

/** What an edit means to a run: nothing, a number that can change on the way, other data or seed, or another network. */
enum EditEffect {
  NOTHING,
  NUMBERS,
  START_AGAIN,
  KEEP_WEIGHTS;

  /** Whether the run ends by it. */
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

  /** A drawing more is no other data, and another map no other world: who has learned goes on with it. */
  private static Project withoutDrawn(Project project) {
    if (project.assignment() instanceof Agent agent) {
      return project.withAssignment(agent.withMap(GridMap.USUAL));
    }
    return project.data().kept().isEmpty() ? project : project.withData(project.data().withKept(List.of()));
  }

  static boolean sameData(Project before, Project now) {
    return before.data().equals(now.data()) && before.table().equals(now.table());
  }

  /** Whether the steps of one can be shown in the views of the other. */
  static boolean looksAlike(Project one, Project other) {
    return sameData(one, other) && one.network().computed().equals(other.network().computed());
  }

  /** Whether a run would go another way by it: more epochs alone are none. */
  static boolean turns(Project before, Project now) {
    return between(before, now).ends() || before.training().rate() != now.training().rate()
        || !before.assignment().equals(now.assignment());
  }
}
