package studio.backprop.ui.workspace.run;

import studio.backprop.project.Project;
import studio.backprop.text.Message;

/** How a training step is called: where two networks take turns, it is a round; of an agent, which takes other steps too, an update. */
public final class RoundTexts {
  private static final String ROUND = ".round";
  private static final String UPDATE = ".agent";

  private RoundTexts() {
  }

  /** A text that has other forms for rounds and updates. @param project that is trained; null before there is one */
  public static String key(String key, Project project) {
    return key + (project == null ? "" : project.assignment().isAdversarial() ? ROUND : project.assignment().acts() ? UPDATE : "");
  }

  /** What an axis of steps is called. */
  public static Message axis(Project project) {
    boolean rounds = project != null && project.assignment().isAdversarial();
    return Message.of(rounds ? "plots.round" : project != null && project.assignment().acts() ? "plots.update" : "plots.step");
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
