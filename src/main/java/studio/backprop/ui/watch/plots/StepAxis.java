package studio.backprop.ui.watch.plots;

import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Common axis of all curves with a cursor: follows the run, or shows a range selected by the user, so that plots zoom together. JavaFX
 * thread only.
 */
public final class StepAxis {
  /** Unit of the axis. */
  public enum Unit { STEP, EPOCH }

  /** Margin after the newest position. */
  private static final double ROOM = 0.015;
  /** Minimum range. */
  private static final double LEAST = 4;

  private final ObjectProperty<Unit> unit = new SimpleObjectProperty<>(this, "unit", Unit.STEP);
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes");
  private OptionalDouble cursor = OptionalDouble.empty();
  private boolean following = true;
  private double end = 1;
  private double from;
  private double to = 1 + ROOM;

  StepAxis() {
    unit.subscribe((before, now) -> {
      cursor = OptionalDouble.empty();
      end = 1;
      followAll();
    });
  }

  public ObjectProperty<Unit> unitProperty() {
    return unit;
  }

  boolean bySteps() {
    return unit.get() == Unit.STEP;
  }

  /** Incremented by each change of the user: range, unit, or cursor. */
  public ReadOnlyLongProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** Whether all of the run is shown. */
  public boolean following() {
    return following;
  }

  double from() {
    return from;
  }

  double to() {
    return to;
  }

  /** Sets the newest position. A selected range stays, as long as it contains something. */
  void reach(double newest) {
    end = Math.max(1, newest);
    if (following || from >= end) {
      showAll();
    }
  }

  private void showAll() {
    following = true;
    from = 0;
    to = end * (1 + ROOM);
  }

  /** Resets the zoom and follows the run. */
  public void followAll() {
    showAll();
    changed();
  }

  /** Selects a range. */
  public void select(double one, double other) {
    show(Math.min(one, other), Math.max(one, other));
  }

  /** @param factor below 1 to zoom in; {@code at} stays in place */
  public void zoom(double at, double factor) {
    show(at - (at - from) * factor, at + (to - at) * factor);
  }

  /** Pans, within the run. */
  public void pan(double by) {
    if (!following) {
      double length = to - from;
      double start = Math.max(0, Math.min(end * (1 + ROOM) - length, from + by));
      show(start, start + length);
    }
  }

  private void show(double left, double right) {
    double all = end * (1 + ROOM);
    double length = Math.min(all, Math.max(LEAST, right - left));
    double start = Math.max(0, Math.min(all - length, (left + right - length) / 2));
    following = length >= all;
    from = following ? 0 : start;
    to = following ? all : start + length;
    changed();
  }

  /** Position of the cursor. */
  OptionalDouble cursor() {
    return cursor;
  }

  void look(OptionalDouble at) {
    if (!at.equals(cursor)) {
      cursor = at;
      changed();
    }
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }
}
