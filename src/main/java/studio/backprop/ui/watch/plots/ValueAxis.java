package studio.backprop.ui.watch.plots;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Range of values selected by the user, if any. */
public final class ValueAxis {
  /** Minimum relative range; smaller ones show only rounding errors. */
  private static final double LEAST = 1e-9;

  private final ReadOnlyObjectWrapper<Optional<ValueRange>> chosen = new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());

  ReadOnlyObjectProperty<Optional<ValueRange>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Whether the axis fits the data. */
  public boolean following() {
    return chosen.get().isEmpty();
  }

  /** Resets to the data's range. */
  public void follow() {
    chosen.set(Optional.empty());
  }

  /**
   * Zooms vertically.
   *
   * @param seen the visible range
   * @param logarithmic whether the axis is logarithmic
   * @param share fixed position, 0 at the lower edge, 1 at the upper
   * @param factor below 1 to zoom in
   */
  void zoom(ValueRange seen, boolean logarithmic, double share, double factor) {
    show(seen, logarithmic, share * (1 - factor), share + (1 - share) * factor);
  }

  /** @param by as a share of the visible range, upwards */
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
