package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.workspace.run.RunHistory;

/** Scores of epochs as points of a plot, and the best of them, updated incrementally. */
final class EpochPoints {
  private RunHistory searched;
  private CurveKind by;
  private int seen;
  private EpochRecord best;

  /**
   * Adds the visible epochs and one at each side, to which a line continues. If more than pixels, every n-th, counted from the newest,
   * which must not be omitted.
   */
  void fill(Points points, List<EpochRecord> epochs, StepAxis axis, ToDoubleFunction<EpochRecord> value, int columns) {
    int from = Math.max(0, indexAt(epochs, axis, axis.from()) - 1);
    int to = Math.min(epochs.size(), indexAt(epochs, axis, axis.to()) + 1);
    int each = Math.max(1, (to - from + columns - 1) / columns);
    int last = epochs.size() - 1;
    for (int i = from + (last - from) % each; i < to; i += each) {
      double score = value.applyAsDouble(epochs.get(i));
      if (!Double.isNaN(score)) {
        points.add(place(epochs.get(i), axis), score);
      }
    }
  }

  private static double place(EpochRecord epoch, StepAxis axis) {
    return axis.bySteps() ? epoch.step() : epoch.epoch();
  }

  /** First epoch not before a position. */
  private static int indexAt(List<EpochRecord> epochs, StepAxis axis, double place) {
    int low = 0;
    int high = epochs.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place(epochs.get(middle), axis) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Number of consecutive epochs, up to the newest, with a rising validation loss. */
  static int rises(List<EpochRecord> epochs) {
    int last = epochs.size() - 1;
    int rises = 0;
    while (rises < last && epochs.get(last - rises).validation().loss() > epochs.get(last - rises - 1).validation().loss()) {
      rises++;
    }
    return rises;
  }

  /** The first of the epochs with the best validation score. */
  Optional<EpochRecord> best(RunHistory history, CurveKind quantity) {
    if (history != searched || quantity != by) {
      searched = history;
      by = quantity;
      seen = 0;
      best = null;
    }
    for (; seen < history.epochs().size(); seen++) {
      EpochRecord epoch = history.epochs().get(seen);
      double score = quantity.shown(epoch.validation());
      double record = best == null ? Double.NaN : quantity.shown(best.validation());
      boolean better = quantity.higherIsBetter() ? score > record : score < record;
      if (!Double.isNaN(score) && (best == null || better)) {
        best = epoch;
      }
    }
    return Optional.ofNullable(best);
  }
}
