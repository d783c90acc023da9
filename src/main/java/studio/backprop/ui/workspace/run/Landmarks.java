package studio.backprop.ui.workspace.run;

import java.util.Optional;
import studio.backprop.train.record.EpochRecord;

/** Notable epochs of a run, updated incrementally: small data complete thousands a second. */
public final class Landmarks {
  private static final double MOSTLY_RIGHT = 0.9;

  private EpochRecord first;
  private EpochRecord right;
  private EpochRecord best;
  private boolean several;

  void add(EpochRecord epoch) {
    several = first != null;
    first = several ? first : epoch;
    if (right == null && epoch.validation().accuracy() >= MOSTLY_RIGHT) {
      right = epoch;
    }
    if (best == null ? !Double.isNaN(epoch.validation().loss()) : epoch.validation().loss() < best.validation().loss()) {
      best = epoch;
    }
  }

  /** The first, if the run began with it. */
  public Optional<EpochRecord> first() {
    return Optional.ofNullable(first).filter(epoch -> epoch.epoch() == 1);
  }

  /** The first with 90 % validation accuracy. */
  public Optional<EpochRecord> right() {
    return Optional.ofNullable(right);
  }

  /** The one with the minimum validation loss. */
  public Optional<EpochRecord> best() {
    return Optional.ofNullable(best).filter(epoch -> several);
  }
}
