package studio.backprop.ui.workspace.run;

import studio.backprop.run.time.Perturbation;
import studio.backprop.ui.kit.Lang;

/** What is said of a push that a person gave to an agent's environment, where it is marked. */
public final class PushCaption {
  private static final int DIGITS = 2;

  private PushCaption() {}

  /** “Your push of 0.4 N s, before step 312”. */
  public static String said(Perturbation push, Lang lang) {
    return lang.say("plots.push_mark", lang.numbers().significant(push.impulse(), DIGITS), push.step());
  }
}
