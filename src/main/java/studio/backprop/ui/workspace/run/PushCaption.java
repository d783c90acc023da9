package studio.backprop.ui.workspace.run;

import studio.backprop.run.time.Perturbation;
import studio.backprop.ui.kit.Lang;

/** Localized text of a perturbation of an agent's environment. */
public final class PushCaption {
  private static final int DIGITS = 2;

  private PushCaption() {}

  /** “Your push of 0.4 N s, before step 312”. */
  public static String said(Perturbation push, Lang lang) {
    return lang.say("plots.push_mark", lang.numbers().significant(push.impulse(), DIGITS), push.step());
  }
}
