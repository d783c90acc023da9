package studio.backprop.ui.workspace.run;

import java.util.Optional;
import studio.backprop.train.record.EpochRecord;

/** The epochs that a run stands out by, kept as they come: small data bring thousands a second. */
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

  /** The first, where the run began with it. */
  public Optional<EpochRecord> first() {
    return Optional.ofNullable(first).filter(epoch -> epoch.epoch() == 1);
  }

  /** The first with nine of ten validation examples right. */
  public Optional<EpochRecord> right() {
    return Optional.ofNullable(right);
  }

  /** The one with the least validation loss, where there are several. */
  public Optional<EpochRecord> best() {
    return Optional.ofNullable(best).filter(epoch -> several);
  }
}
