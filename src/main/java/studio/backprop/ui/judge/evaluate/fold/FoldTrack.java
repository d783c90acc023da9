package studio.backprop.ui.judge.evaluate.fold;

import java.util.Arrays;
import java.util.Optional;
import studio.backprop.evaluate.fold.FoldJob;
import studio.backprop.evaluate.fold.FoldResult;

/** Progress of one training: written by the training thread, read by the JavaFX thread. */
final class FoldTrack {
  private final FoldJob job;
  private volatile int epoch;
  /** Pairs of an epoch and the validation loss after it. */
  private volatile double[] losses = {};
  private volatile FoldResult result;

  FoldTrack(FoldJob job) {
    this.job = job;
  }

  FoldJob job() {
    return job;
  }

  /** Epochs completed. */
  int epoch() {
    return epoch;
  }

  Optional<FoldResult> result() {
    return Optional.ofNullable(result);
  }

  int points() {
    return losses.length / 2;
  }

  /** Epochs after which the fold was evaluated. */
  double[] epochs() {
    return every(0);
  }

  /** Validation loss after each of these epochs. */
  double[] losses() {
    return every(1);
  }

  private double[] every(int from) {
    double[] all = losses;
    double[] some = new double[all.length / 2];
    Arrays.setAll(some, i -> all[2 * i + from]);
    return some;
  }

  void reached(int now) {
    epoch = now;
  }

  void scored(int after, double loss) {
    double[] longer = Arrays.copyOf(losses, losses.length + 2);
    longer[longer.length - 2] = after;
    longer[longer.length - 1] = loss;
    losses = longer;
  }

  void done(FoldResult end) {
    epoch = end.epochs();
    result = end;
  }
}
