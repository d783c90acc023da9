package studio.backprop.ui.workspace.generator;

import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import studio.backprop.generative.GeneratorView;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.LatentGridImage;

/** Real and generated points on a plane coloured by D, each generated one with its gradient arrow. */
final class PointPlane {
  /** Opacity of the ground, so that points stand out. */
  static final double PALE = 0.8;
  static final double DOT = 2;
  private static final double HEAD = 3.5;
  /** Length and half width of an arrow at the edge, in dot sizes. */
  private static final double LONG = 2.6;
  private static final double HALF = 1.5;
  /** Longest arrow as a fraction of the plane. */
  private static final double LONGEST = 0.13;
  /** Pick radius in px. */
  private static final double NEAR = 12;

  private Raster raster = new Raster(1, 1);
  private GeneratorView seen;
  private double left;
  private double side = 1;
  private double larger = 1;

  /** @param scale size of points relative to the default */
  void place(GeneratorView view, double x, double length, double scale) {
    seen = view;
    left = x;
    side = length;
    larger = scale;
  }

  void ground(GraphicsContext g, Palette palette) {
    Scale scale = palette.signed();
    int cells = seen.side();
    raster = raster.width() == cells ? raster : new Raster(cells, cells);
    for (int i = 0; i < cells * cells; i++) {
      raster.set(i % cells, i / cells, scale.argb(PALE * Math.max(-1, Math.min(1, 2 * seen.plane()[i] - 1))));
    }
    raster.update();
    g.setImageSmoothing(true);
    raster.paint(g, 0, 0, cells, cells, left, 0, side, side);
  }

  void points(GraphicsContext g, Palette palette) {
    clip(g);
    g.setFill(palette.color(Token.FG));
    for (int i = 0; i < seen.points(); i++) {
      dot(g, x(seen.real()[2 * i]), y(seen.real()[2 * i + 1]), DOT * larger);
    }
    double most = 1e-12;
    for (int i = 0; i < seen.points(); i++) {
      most = Math.max(most, length(i));
    }
    for (int i = 0; i < seen.points(); i++) {
      arrow(g, i, Math.sqrt(length(i) / most) * LONGEST * side, palette.color(Token.FG));
      g.setFill(palette.color(Token.TIME));
      dotOrArrow(g, x(seen.generated()[2 * i]), y(seen.generated()[2 * i + 1]), DOT * larger);
    }
    g.restore();
  }

  /** Clips to the plane until {@link GraphicsContext#restore}. */
  private void clip(GraphicsContext g) {
    g.save();
    g.beginPath();
    g.rect(left, 0, side, side);
    g.clip();
  }

  /** A point outside becomes an arrow at the edge. */
  private void dotOrArrow(GraphicsContext g, double x, double y, double radius) {
    if (contains(x, y)) {
      g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
      return;
    }
    double atX = edgeX(x);
    double atY = edgeY(y);
    double away = Math.hypot(x - atX, y - atY);
    double across = LONG * radius * (x - atX) / away;
    double down = LONG * radius * (y - atY) / away;
    double wide = HALF / LONG;
    g.fillPolygon(new double[] {atX, atX - across - wide * down, atX - across + wide * down},
        new double[] {atY, atY - down + wide * across, atY - down - wide * across}, 3);
  }

  private double edgeX(double x) {
    return Math.max(left, Math.min(left + side, x));
  }

  private double edgeY(double y) {
    return Math.max(0, Math.min(side, y));
  }

  /** The point at the mouse with the index of its nearest mode. */
  void pointed(GraphicsContext g, Palette palette, int point, Numbers numbers) {
    g.setStroke(palette.color(Token.ACCENT));
    g.setLineWidth(2);
    double radius = 3 * DOT * larger;
    clip(g);
    g.strokeOval(edgeX(x(seen.generated()[2 * point])) - radius, edgeY(y(seen.generated()[2 * point + 1])) - radius, 2 * radius,
        2 * radius);
    g.restore();
    int mode = seen.nearestMode(point);
    if (mode >= 0) {
      g.setFill(palette.color(Token.FG));
      g.setFont(Font.font(Fonts.FAMILY, GeneratorLegend.FONT * larger));
      Painting.write(g, numbers.whole(mode + 1L), x(seen.modes()[2 * mode]) + 3 * DOT, y(seen.modes()[2 * mode + 1]) - 3 * DOT);
    }
  }

  /** Image under G of the grid lines of z. */
  void bend(GraphicsContext g, Palette palette, LatentGridImage bent) {
    clip(g);
    g.setStroke(palette.color(Token.TIME));
    g.setLineWidth(0.8);
    int lines = LatentGridImage.SIDE;
    for (int line = 0; line < lines; line++) {
      double[][] across = new double[2][lines];
      double[][] up = new double[2][lines];
      for (int at = 0; at < lines; at++) {
        int row = 2 * (line * lines + at);
        int column = 2 * (at * lines + line);
        across[0][at] = x(bent.grid()[row]);
        across[1][at] = y(bent.grid()[row + 1]);
        up[0][at] = x(bent.grid()[column]);
        up[1][at] = y(bent.grid()[column + 1]);
      }
      g.strokePolyline(across[0], across[1], lines);
      g.strokePolyline(up[0], up[1], lines);
    }
    g.restore();
  }

  /** G of the z selected by the user. */
  void chosen(GraphicsContext g, Palette palette, float[] place) {
    g.setFill(palette.color(Token.ACCENT));
    dotOrArrow(g, x(place[0]), y(place[1]), 2 * DOT * larger);
  }

  /** Generated point nearest to the mouse. */
  OptionalInt pointAt(double mouseX, double mouseY) {
    int nearest = -1;
    double least = NEAR * larger;
    for (int i = 0; i < seen.points(); i++) {
      double distance = Math.hypot(edgeX(x(seen.generated()[2 * i])) - mouseX, edgeY(y(seen.generated()[2 * i + 1])) - mouseY);
      nearest = distance < least ? i : nearest;
      least = Math.min(least, distance);
    }
    return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
  }

  boolean contains(double mouseX, double mouseY) {
    return mouseX >= left && mouseX <= left + side && mouseY >= 0 && mouseY <= side;
  }

  /** Data coordinates at the mouse. */
  float[] valueAt(double mouseX, double mouseY) {
    double across = (mouseX - left) / side;
    double down = mouseY / side;
    return new float[] {(float) (seen.low()[0] + across * (seen.high()[0] - seen.low()[0])),
        (float) (seen.high()[1] - down * (seen.high()[1] - seen.low()[1]))};
  }

  private double length(int i) {
    return Math.hypot(seen.pull()[2 * i], seen.pull()[2 * i + 1]);
  }

  double x(double value) {
    return left + side * (value - seen.low()[0]) / (seen.high()[0] - seen.low()[0]);
  }

  double y(double value) {
    return side * (seen.high()[1] - value) / (seen.high()[1] - seen.low()[1]);
  }

  private void dot(GraphicsContext g, double x, double y, double radius) {
    if (contains(x, y)) {
      g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
  }

  /** Length proportional to the square root, so that small gradients stay visible. */
  private void arrow(GraphicsContext g, int i, double reach, Color color) {
    double whole = length(i);
    double x = x(seen.generated()[2 * i]);
    double y = y(seen.generated()[2 * i + 1]);
    if (!(whole > 0) || !contains(x, y)) {
      return;
    }
    double across = seen.pull()[2 * i] / whole;
    double up = seen.pull()[2 * i + 1] / whole;
    double endX = x + across * reach;
    double endY = y - up * reach;
    g.setStroke(color);
    g.setLineWidth(larger);
    g.strokeLine(x, y, endX, endY);
    g.setFill(color);
    double head = HEAD * larger;
    g.fillPolygon(new double[] {endX + across * head, endX - up * head / 2, endX + up * head / 2},
        new double[] {endY - up * head, endY - across * head / 2, endY + across * head / 2}, 3);
  }
}
