package studio.backprop.ui.compare.landscape;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** Loss threshold listed per variant: by default one that all variants reach which do not diverge. */
final class LossMark {
  private static final double MIN_VALUE = 0.1;
  private final DoubleProperty value = new SimpleDoubleProperty(this, "value", MIN_VALUE);
  private boolean chosen;
  private boolean suiting;

  LossMark() {
    value.subscribe((before, now) -> chosen = chosen || !suiting);
  }

  DoubleProperty valueProperty() {
    return value;
  }

  /** Resets a custom threshold for another landscape. */
  void forget() {
    suiting = true;
    value.set(MIN_VALUE);
    suiting = false;
    chosen = false;
  }

  /**
   * Adapts to the lowest loss of the worst variant, rounded up to one digit, at least a tenth.
   *
   * @param last whether it is fixed from then on, so that longer runs stay comparable
   */
  void suit(List<DrawnTrail> trails, boolean last) {
    double worst = trails.stream().filter(trail -> trail.diverged().isEmpty())
        .mapToDouble(trail -> Arrays.stream(trail.losses()).filter(Double::isFinite).min().orElse(0)).max().orElse(0);
    if (!chosen) {
      suiting = true;
      value.set(Math.max(MIN_VALUE, above(worst)));
      suiting = false;
      chosen = last;
    }
  }

  /** Rounds up to one digit. */
  static double above(double loss) {
    if (!(loss > 0) || Double.isInfinite(loss)) {
      return 0;
    }
    double size = Math.pow(10, Math.floor(Math.log10(loss)));
    double digit = Math.floor(loss / size) + 1;
    return size < 1 ? digit / Math.rint(1 / size) : digit * size;
  }
}
