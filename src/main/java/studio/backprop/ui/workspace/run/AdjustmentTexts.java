package studio.backprop.ui.workspace.run;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.train.record.Adjustment;
import studio.backprop.ui.kit.Lang;

/** Localized text of the settings changed during a run. */
public final class AdjustmentTexts {
  private AdjustmentTexts() {
  }

  /** Each change with its step; {@code rate} and {@code epochs} are the initial ones. */
  public static List<String> of(double rate, int epochs, List<Adjustment> adjustments, Lang lang) {
    List<String> all = new ArrayList<>();
    double rateBefore = rate;
    int epochsBefore = epochs;
    for (Adjustment now : adjustments) {
      if (now.rate() != rateBefore) {
        all.add(lang.say("tries.change.rate", now.step(), lang.numbers().entry(now.rate())));
      }
      if (now.epochs() != epochsBefore) {
        all.add(lang.say("tries.change.epochs", now.step(), now.epochs()));
      }
      rateBefore = now.rate();
      epochsBefore = now.epochs();
    }
    return all;
  }
}
