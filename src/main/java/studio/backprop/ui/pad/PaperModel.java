package studio.backprop.ui.pad;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.data.draw.Drawing;
import studio.backprop.data.draw.Stroke;
import studio.backprop.data.draw.StrokePoint;

/** The strokes on the paper of the pad, and what draws them. */
final class PaperModel {
  /** What the pen does. */
  enum Tool { PEN, ERASER }

  /** How wide it draws, as a multiple of the lines of the training pictures. */
  enum Line {
    THIN(0.6), USUAL(1), THICK(1.6);

    private final double width;

    Line(double width) {
      this.width = width;
    }
  }

  /** From the middle of a line; the eraser is easier to hit with than a pen. */
  private static final double REACH = 0.05;

  private final ReadOnlyObjectWrapper<Drawing> drawing = new ReadOnlyObjectWrapper<>(this, "drawing", Drawing.EMPTY);
  private final ReadOnlyObjectWrapper<Drawing> shown = new ReadOnlyObjectWrapper<>(this, "shown", Drawing.EMPTY);
  private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(this, "tool", Tool.PEN);
  private final ObjectProperty<Line> line = new SimpleObjectProperty<>(this, "line", Line.USUAL);
  private final Deque<Drawing> before = new ArrayDeque<>();
  private boolean erased;

  ReadOnlyObjectProperty<Drawing> drawingProperty() {
    return drawing.getReadOnlyProperty();
  }

  Drawing drawing() {
    return drawing.get();
  }

  /** What of it is painted: the same, or what it was a moment ago. */
  ReadOnlyObjectProperty<Drawing> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Has it painted as it is now. */
  void show() {
    shown.set(drawing.get());
  }

  ObjectProperty<Tool> toolProperty() {
    return tool;
  }

  ObjectProperty<Line> lineProperty() {
    return line;
  }

  /** Puts the pen down at a place of the pad, whose side is 1. */
  void press(double x, double y) {
    erased = false;
    if (tool.get() == Tool.ERASER) {
      move(x, y);
    } else {
      change(drawing.get().with(new Stroke(List.of(point(x, y)))));
    }
  }

  /** Moves the pen that is down. */
  void move(double x, double y) {
    if (tool.get() == Tool.PEN && !drawing.get().isEmpty()) {
      drawing.set(drawing.get().to(point(x, y)));
    } else if (tool.get() == Tool.ERASER) {
      Drawing left = drawing.get().without(x, y, REACH);
      if (!left.equals(drawing.get())) {
        if (!erased) {
          before.push(drawing.get());
        }
        erased = true; // what one stroke of it takes away comes back at once
        drawing.set(left);
      }
    }
  }

  private StrokePoint point(double x, double y) {
    return new StrokePoint(Math.max(0, Math.min(1, x)), Math.max(0, Math.min(1, y)), line.get().width);
  }

  /** Another drawing, from which undo leads back. */
  void change(Drawing next) {
    before.push(drawing.get());
    drawing.set(next);
  }

  /** Takes back the last stroke, what was erased last, or that all was. */
  void undo() {
    if (!before.isEmpty()) {
      drawing.set(before.pop());
    }
  }

  /** An empty paper, from which nothing leads back. */
  void begin() {
    before.clear();
    drawing.set(Drawing.EMPTY);
  }
}
