package studio.backprop.ui.run;

import studio.backprop.project.Project;
import studio.backprop.text.Message;

/** How a training step is called: where two networks take turns, it is a round. */
public final class RoundWords {
  private static final String ROUND = ".round";

  private RoundWords() {
  }

  /** A text that has another form for rounds. @param project that is trained; null before there is one */
  public static String key(String key, Project project) {
    return project != null && project.assignment().isAdversarial() ? key + ROUND : key;
  }

  /** “step 40”. */
  public static Message at(Project project, long step) {
    return Message.of(key("step.at", project), step);
  }

  /** “40 steps”. */
  public static Message many(Project project, long steps) {
    return Message.of(key("step.many", project), steps);
  }
}
