package studio.backprop.cli;

import java.util.Locale;
import studio.backprop.data.PreparedData;
import studio.backprop.layer.Loss;
import studio.backprop.plan.Parameters;
import studio.backprop.project.DecisionThreshold;

/** Notes on the decision threshold of two classes, where it is not the loss's own, and whether it was chosen with other weights. */
final class ThresholdNotes {
  private ThresholdNotes() {
  }

  static void say(Loaded loaded, PreparedData data, Terminal terminal) {
    DecisionThreshold threshold = loaded.project().threshold();
    Loss loss = loaded.project().network().objective().loss();
    if (data.dataset().classNames().size() != 2 || threshold.at(loss) == loss.cut()) {
      return;
    }
    String at = terminal.numbers().significant(threshold.at(loss), 3);
    terminal.note("cli.threshold." + threshold.rule().name().toLowerCase(Locale.ROOT), data.dataset().classNames().get(1), at);
    String weights = loaded.saved().parameters().map(Parameters::sha256).orElse("");
    if (threshold.isOfOthersThan(weights)) {
      terminal.note("cli.threshold.other", threshold.step());
    }
  }
}
