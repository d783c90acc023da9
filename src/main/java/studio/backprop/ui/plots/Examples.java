package studio.backprop.ui.plots;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.Token;

/** The examples in a plane: training rows as circles, validation rows as squares, in the colour of their target. */
final class Examples {
  private static final double MARK = 6;
  /** More would hide the map; every so manieth is drawn then. */
  private static final int MOST = 600;

  private Examples() {}

  static void paint(GraphicsContext g, double width, double height, Answer.Plane plane, Palette palette) {
    PreparedData data = plane.judged().data();
    Span across = Spans.ofInput(data, 0);
    Span up = Spans.ofInput(data, 1);
    float[] row = new float[2];
    for (Part part : new Part[] {Part.TRAIN, Part.VALIDATION}) {
      int each = data.rows(part) / MOST + 1;
      for (int i = 0; i < data.rows(part); i += each) {
        data.copyRawInput(part, i, row);
        Color color = palette.signed().color(Math.max(-1, Math.min(1, plane.positionOfTarget(data.rawTarget(part, i)))));
        mark(g, part, palette.color(rim(data, part)), across.shareOf(row[0]) * width, (1 - up.shareOf(row[1])) * height, color);
      }
    }
  }

  /** Of two classes the circles have colours that stand out by themselves; a value in the middle has none. */
  private static Token rim(PreparedData data, Part part) {
    boolean pale = data.dataset().task() == Task.REGRESSION;
    return part == Part.VALIDATION ? Token.FG : pale ? Token.MUT : Token.BG;
  }

  static void mark(GraphicsContext g, Part part, Color rim, double x, double y, Color color) {
    double left = x - MARK / 2;
    double top = y - MARK / 2;
    g.setLineWidth(1);
    g.setFill(color);
    g.setStroke(rim);
    if (part == Part.TRAIN) {
      g.fillOval(left, top, MARK, MARK);
      g.strokeOval(left, top, MARK, MARK);
    } else {
      g.fillRect(left, top, MARK, MARK);
      g.strokeRect(left, top, MARK, MARK);
    }
  }
}
