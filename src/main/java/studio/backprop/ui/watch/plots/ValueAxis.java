package studio.backprop.ui.watch.plots;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The part of the values that a person wants to see, as long as it is not left to the plot. */
public final class ValueAxis {
  /** A part this much smaller than its values shows nothing but steps of rounding. */
  private static final double LEAST = 1e-9;

  private final ReadOnlyObjectWrapper<Optional<ValueRange>> chosen = new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());

  ReadOnlyObjectProperty<Optional<ValueRange>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Whether the axis fits what there is to see. */
  public boolean following() {
    return chosen.get().isEmpty();
  }

  /** Leaves the axis to the plot again. */
  public void follow() {
    chosen.set(Optional.empty());
  }

  /**
   * Shows more or less around a height of the plot.
   *
   * @param seen what is shown now
   * @param logarithmic whether equal lengths are equal factors there
   * @param share the height that stays where it is, 0 at the lower edge, 1 at the upper
   * @param factor below 1 to see a smaller part, larger
   */
  void zoom(ValueRange seen, boolean logarithmic, double share, double factor) {
    show(seen, logarithmic, share * (1 - factor), share + (1 - share) * factor);
  }

  /** @param by as a share of what is seen, upwards */
  void pan(ValueRange seen, boolean logarithmic, double by) {
    if (!following()) {
      show(seen, logarithmic, by, 1 + by);
    }
  }

  private void show(ValueRange seen, boolean logarithmic, double from, double to) {
    ValueRange part = logarithmic
        ? new ValueRange(power(seen, from), power(seen, to))
        : new ValueRange(seen.low() + from * (seen.high() - seen.low()), seen.low() + to * (seen.high() - seen.low()));
    double size = Math.max(Math.abs(part.low()), Math.abs(part.high()));
    boolean sensible = part.high() - part.low() > LEAST * size && Double.isFinite(part.high()) && (!logarithmic || part.low() > 0);
    if (sensible) {
      chosen.set(Optional.of(part));
    }
  }

  private static double power(ValueRange seen, double share) {
    return seen.low() * Math.pow(seen.high() / seen.low(), share);
  }
}
