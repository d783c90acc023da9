package studio.backprop.ui.watch.time;

import java.util.List;
import java.util.Optional;
import studio.backprop.text.Message;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.Branch;
import studio.backprop.ui.workspace.run.Curve;
import studio.backprop.ui.workspace.run.RoundTexts;
import studio.backprop.ui.workspace.run.RunHistory;

/** Localized name, origin and score of a branch. */
final class BranchTexts {
  private static final int RETURN_DIGITS = 4;
  private static final int DIGITS = 3;

  private final Lang lang;

  BranchTexts(Lang lang) {
    this.lang = lang;
  }

  String name(Branch branch) {
    return branch.called().isEmpty() ? lang.say(branch.name()) : branch.called();
  }

  String lettered(Branch branch) {
    return lang.say("branch.lettered", branch.letter(), name(branch));
  }

  String origin(Branch branch) {
    Message from = RoundTexts.at(branch.history().project(), branch.from());
    return branch.parent().isPresent()
        ? lang.say("branch.grown", branch.parent().get().letter(), from)
        : lang.say("branch.begun", from);
  }

  /** Step of {@link #score}: the end of the last epoch by then or, before the first, the step itself. */
  static long scored(Branch branch, long step) {
    return last(branch, step).map(EpochRecord::step).orElse(step);
  }

  private static Optional<EpochRecord> last(Branch branch, long step) {
    List<EpochRecord> epochs = branch.history().epochsUpTo(step);
    return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
  }

  /** After the last epoch by then the validation score, of an agent its greedy return; before the first, the smoothed batch loss. */
  String score(Branch branch, long step) {
    RunHistory history = branch.history();
    Optional<EpochRecord> last = last(branch, step);
    if (last.filter(EpochRecord::acts).isPresent()) {
      return lang.say("branch.greedy", lang.numbers().significant(last.get().greedy(), RETURN_DIGITS));
    }
    if (last.isPresent() && !Double.isNaN(last.get().validation().accuracy())) {
      return lang.say("branch.right", lang.numbers().share(last.get().validation().accuracy()));
    }
    if (last.isPresent() && !Double.isNaN(last.get().validation().loss())) {
      return lang.say("branch.validation", lang.numbers().significant(last.get().validation().loss(), DIGITS));
    }
    Curve loss = history.loss();
    return loss.size() == 0 || step == 0
        ? "–" : lang.say("branch.loss", lang.numbers().significant(loss.smooth(loss.columnAt(step)), DIGITS));
  }
}
