package studio.backprop.project;

import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DatasetInfo;

/** Converts epochs of a GAN so that other data are trained for the same number of rounds. */
public final class RoundBudget {
  private RoundBudget() {}

  /** Nearest number of epochs. */
  static int epochs(long rounds, DataSettings data, int batch) {
    return (int) Math.max(1, Math.min(TrainingSettings.MOST_EPOCHS, Math.round((double) rounds / rounds(data, batch))));
  }

  /** Keeps the number of rounds after a change of data; other kinds of projects are unchanged. */
  public static Project kept(Project before, Project changed) {
    if (!before.assignment().isAdversarial() || !changed.assignment().isAdversarial()) {
      return changed;
    }
    int batch = changed.training().batch();
    long was = rounds(before.data(), batch);
    return was == rounds(changed.data(), batch) ? changed
        : changed.withTraining(training -> training.withEpochs(epochs(was * training.epochs(), changed.data(), batch)));
  }

  /** Rounds per epoch; 1 without data. */
  private static long rounds(DataSettings data, int batch) {
    Optional<DatasetInfo> info = DatasetCatalog.find(data.dataset());
    int examples = info.filter(found -> found.source().isDrawn()).isPresent() ? data.drawn().count()
        : info.filter(found -> found.source().isGenerated()).isPresent() ? data.points()
        : info.map(DatasetInfo::examples).orElse(0);
    long learned = Math.round(examples * (1 - data.validationShare() - data.testShare()));
    return Math.max(1, (learned + batch - 1) / batch);
  }
}
