package studio.backprop.ui.watch.plots;

import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The axis that the curves have in common, and a cursor on it: all of the run and growing with it, or the part that a person chose. So the
 * plots are zoomed together, and one line goes through all of them.
 */
public final class StepAxis {
  /** What is counted along the axis. */
  public enum Unit { STEP, EPOCH }

  /** The newest mark stands a little before the end. */
  private static final double ROOM = 0.015;
  /** Closer than this nothing more is seen. */
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

  /** Counts what a person has changed: another part, another unit, another place of the cursor. */
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

  /** The run has come so far. A chosen part stays where it is, as long as there is something in it. */
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

  /** Shows everything again, and what is still to come. */
  public void followAll() {
    showAll();
    changed();
  }

  /** Shows what lies between two places. */
  public void select(double one, double other) {
    show(Math.min(one, other), Math.max(one, other));
  }

  /** @param factor below 1 to see a smaller part, larger; {@code at} stays where it is */
  public void zoom(double at, double factor) {
    show(at - (at - from) * factor, at + (to - at) * factor);
  }

  /** Moves the part that is shown, without leaving the run. */
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

  /** Where a person looks. */
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
