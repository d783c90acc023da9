package studio.backprop.ui.workspace.run;

import studio.backprop.project.Project;
import studio.backprop.text.Message;

/** Localized name of a training step: a round for a GAN, an update for an agent. */
public final class RoundTexts {
  private static final String ROUND = ".round";
  private static final String UPDATE = ".agent";

  private RoundTexts() {
  }

  /** Text key with a form for rounds and updates; {@code project} may be null. */
  public static String key(String key, Project project) {
    return key + (project == null ? "" : project.assignment().isAdversarial() ? ROUND : project.assignment().acts() ? UPDATE : "");
  }

  /** Title of a step axis. */
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
