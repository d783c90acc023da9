package studio.backprop.ui.compare.landscape;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import studio.backprop.landscape.surface.SurfacePoint;
import studio.backprop.landscape.surface.TestSurface;

/** What Ctrl+Z takes back: on a test surface where lanes began before a hand moved the start, and lanes that others took the place of. */
final class StartUndo {
  private static final int MOST = 50;

  private final ObjectProperty<Optional<TestSurface>> surface;
  private final ObjectProperty<SurfacePoint> start;
  /** Each says whether it had something to take back; the newest first. */
  private final Deque<BooleanSupplier> done = new ArrayDeque<>();

  StartUndo(ObjectProperty<Optional<TestSurface>> surface, ObjectProperty<SurfacePoint> start) {
    this.surface = surface;
    this.start = start;
  }

  /** A hand is about to move the start. */
  void remember() {
    Optional<TestSurface> where = surface.get();
    SurfacePoint before = start.get();
    if (where.isPresent()) {
      add(() -> surface.get().equals(where) && goBack(before));
    }
  }

  /** @return whether the start was elsewhere: a press that moved nothing is none */
  private boolean goBack(SurfacePoint before) {
    boolean moved = !start.get().equals(before);
    start.set(before);
    return moved;
  }

  /** Something else was done that can be taken back. @param back says whether there still was something */
  void add(BooleanSupplier back) {
    done.push(back);
    if (done.size() > MOST) {
      done.removeLast();
    }
  }

  /** Takes back the last of all. @return whether there was any */
  boolean undo() {
    boolean undone = false;
    while (!undone && !done.isEmpty()) {
      undone = done.pop().getAsBoolean();
    }
    return undone;
  }

  /** Another project is open. */
  void forget() {
    done.clear();
  }
}
