package studio.backprop.ui.time;

import java.util.Optional;
import studio.backprop.train.EpochRecord;
import studio.backprop.ui.run.Course;

/** The epochs that a run stands out by; looked for among new ones only, since small data bring thousands a second. */
final class Landmarks {
  private static final double MOSTLY_RIGHT = 0.9;

  private Course course;
  private int seen;
  private EpochRecord right;
  private EpochRecord best;

  /** Takes over what has been trained since. */
  void look(Course now) {
    if (course != now || seen > now.epochs().size()) {
      course = now;
      seen = 0;
      right = null;
      best = null;
    }
    for (; seen < now.epochs().size(); seen++) {
      EpochRecord epoch = now.epochs().get(seen);
      if (right == null && epoch.validation().accuracy() >= MOSTLY_RIGHT) {
        right = epoch;
      }
      if (best == null ? !Double.isNaN(epoch.validation().loss()) : epoch.validation().loss() < best.validation().loss()) {
        best = epoch;
      }
    }
  }

  /** The first, where the run began with it. */
  Optional<EpochRecord> first() {
    return seen == 0 ? Optional.empty() : Optional.of(course.epochs().get(0)).filter(epoch -> epoch.epoch() == 1);
  }

  /** The first with nine of ten validation examples right. */
  Optional<EpochRecord> right() {
    return Optional.ofNullable(right);
  }

  /** The one with the least validation loss, where there are several. */
  Optional<EpochRecord> best() {
    return Optional.ofNullable(best).filter(epoch -> seen > 1);
  }
}
