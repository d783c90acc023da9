package studio.backprop.ui.learn.pad;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.data.draw.Drawing;
import studio.backprop.data.draw.EditedPicture;
import studio.backprop.data.draw.Stroke;
import studio.backprop.data.draw.StrokePoint;

/** Drawing with undo history and tools: strokes, or the pixels of an example. */
final class PaperModel {
  enum Tool { PEN, ERASER }

  /** Line width as a multiple of that of the training images. */
  enum Line {
    THIN(0.6), USUAL(1), THICK(1.6);

    private final double width;

    Line(double width) {
      this.width = width;
    }
  }

  /** Radius of the eraser. */
  private static final double REACH = 0.05;

  private final ReadOnlyObjectWrapper<Drawing> drawing = new ReadOnlyObjectWrapper<>(this, "drawing", Drawing.EMPTY);
  private final ReadOnlyObjectWrapper<Drawing> shown = new ReadOnlyObjectWrapper<>(this, "shown", Drawing.EMPTY);
  private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(this, "tool", Tool.PEN);
  private final ObjectProperty<Line> line = new SimpleObjectProperty<>(this, "line", Line.USUAL);
  private final Deque<Drawing> before = new ArrayDeque<>();
  private boolean remembered;
  private double lastX;
  private double lastY;

  ReadOnlyObjectProperty<Drawing> drawingProperty() {
    return drawing.getReadOnlyProperty();
  }

  Drawing drawing() {
    return drawing.get();
  }

  /** The painted drawing: the current one, or a previous one. */
  ReadOnlyObjectProperty<Drawing> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Paints the current drawing. */
  void show() {
    shown.set(drawing.get());
  }

  ObjectProperty<Tool> toolProperty() {
    return tool;
  }

  ObjectProperty<Line> lineProperty() {
    return line;
  }

  /** Pen down at a point of the unit square. */
  void press(double x, double y) {
    remembered = false;
    lastX = x;
    lastY = y;
    if (drawing.get().pixels().isPresent()) {
      paint(x, y);
    } else if (tool.get() == Tool.ERASER) {
      move(x, y);
    } else {
      change(drawing.get().with(new Stroke(List.of(point(x, y)))));
    }
  }

  /** Moves the pressed pen. */
  void move(double x, double y) {
    if (drawing.get().pixels().isPresent()) {
      paint(x, y);
    } else if (tool.get() == Tool.PEN && !drawing.get().isEmpty()) {
      drawing.set(drawing.get().to(point(x, y)));
    } else if (tool.get() == Tool.ERASER) {
      Drawing left = drawing.get().without(x, y, REACH);
      if (!left.equals(drawing.get())) {
        go(left);
      }
    }
  }

  /** One undo step per stroke of the eraser or of pixel changes. */
  private void go(Drawing next) {
    if (!remembered) {
      before.push(drawing.get());
    }
    remembered = true;
    drawing.set(next);
  }

  private void paint(double x, double y) {
    Drawing next = pixels(x, y);
    if (next != drawing.get()) {
      go(next);
    }
    lastX = x;
    lastY = y;
  }

  /** Applies the tool to all pixels up to this point. */
  private Drawing pixels(double x, double y) {
    EditedPicture before = drawing.get().pixels().orElseThrow();
    EditedPicture next = before;
    int steps = 1 + (int) Math.ceil(Math.max(Math.abs(x - lastX) * before.columns(), Math.abs(y - lastY) * before.rows()));
    for (int i = 0; i <= steps; i++) {
      next = next.with(cell(lastY + (y - lastY) * i / steps, before.rows()), cell(lastX + (x - lastX) * i / steps, before.columns()),
          tool.get() == Tool.PEN);
    }
    return next == before ? drawing.get() : new Drawing(next);
  }

  private static int cell(double at, int count) {
    return Math.max(0, Math.min(count - 1, (int) Math.floor(at * count)));
  }

  private StrokePoint point(double x, double y) {
    return new StrokePoint(Math.max(0, Math.min(1, x)), Math.max(0, Math.min(1, y)), line.get().width);
  }

  /** Undoable replacement of the drawing. */
  void change(Drawing next) {
    before.push(drawing.get());
    drawing.set(next);
  }

  void undo() {
    if (!before.isEmpty()) {
      drawing.set(before.pop());
    }
  }

  /** Clears the paper and its history. */
  void begin() {
    before.clear();
    drawing.set(Drawing.EMPTY);
  }
}
