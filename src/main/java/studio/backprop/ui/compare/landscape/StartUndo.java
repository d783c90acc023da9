package studio.backprop.ui.compare.landscape;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import studio.backprop.landscape.surface.SurfacePoint;
import studio.backprop.landscape.surface.TestSurface;

/** Undo stack of the page: moves of the start on test surfaces, and replaced variants. */
final class StartUndo {
  private static final int MAX_DEPTH = 50;

  private final ObjectProperty<Optional<TestSurface>> surface;
  private final ObjectProperty<SurfacePoint> start;
  /** Each returns whether it had something to undo; the newest first. */
  private final Deque<BooleanSupplier> done = new ArrayDeque<>();

  StartUndo(ObjectProperty<Optional<TestSurface>> surface, ObjectProperty<SurfacePoint> start) {
    this.surface = surface;
    this.start = start;
  }

  /** Called before the start is dragged. */
  void remember() {
    Optional<TestSurface> where = surface.get();
    SurfacePoint before = start.get();
    if (where.isPresent()) {
      add(() -> surface.get().equals(where) && goBack(before));
    }
  }

  /** @return whether the start has changed: a press without a move is none */
  private boolean goBack(SurfacePoint before) {
    boolean moved = !start.get().equals(before);
    start.set(before);
    return moved;
  }

  /** Pushes another undoable action. @param back returns whether there was something to undo */
  void add(BooleanSupplier back) {
    done.push(back);
    if (done.size() > MAX_DEPTH) {
      done.removeLast();
    }
  }

  /** Undoes the last one. @return whether there was any */
  boolean undo() {
    boolean undone = false;
    while (!undone && !done.isEmpty()) {
      undone = done.pop().getAsBoolean();
    }
    return undone;
  }

  /** Called when another project was opened. */
  void forget() {
    done.clear();
  }
}
