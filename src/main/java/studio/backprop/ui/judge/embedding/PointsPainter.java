package studio.backprop.ui.judge.embedding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Paints the points of a layout and rings around some of them. */
final class PointsPainter {
  private static final double SMALL = 3;
  private static final double LARGE = 5;
  private static final int MANY = 800;
  /** Gap of the ring around a misclassified point, in px. */
  static final double RING = 3.5;
  private static final double PALE = 0.62;
  /** Start of the colour scale of numbers; its end is the background. */
  private static final double PALEST = 0.12;

  private EmbeddedPoints of;
  private PointColour by;
  private Palette colouredIn;
  private Color[] colours = {};
  private double low;
  private double high;

  /** Sets the colours of all points; recomputed only for other examples, another step or another theme. */
  void colour(EmbeddedPoints points, PointColour colour, Palette palette) {
    if (of != null && of.outputs() == points.outputs() && colour.equals(by) && palette == colouredIn) {
      of = points;
      return;
    }
    of = points;
    by = colour;
    colouredIn = palette;
    boolean classes = colour.isClass(points);
    double[] values = IntStream.range(0, points.size()).mapToDouble(i -> colour.value(points, i)).toArray();
    low = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    high = Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
    colours = Arrays.stream(values).mapToObj(value -> Double.isNaN(value) ? palette.color(Token.BORDER)
        : classes ? palette.ofManyClasses((int) value)
        : ofNumber(palette, colour, high > low ? (value - low) / (high - low) : 0.5)).toArray(Color[]::new);
  }

  /** Colour of a number at this share of the range. */
  static Color ofNumber(Palette palette, PointColour colour, double share) {
    return (colour.kind() == PointColour.Kind.LOSS ? palette.size() : palette.gates()).color(PALEST + (1 - PALEST) * share);
  }

  PointColour by() {
    return by;
  }

  /** Minimum of the coloured numbers. */
  double low() {
    return low;
  }

  double high() {
    return high;
  }

  Color colour(int point) {
    return colours[point];
  }

  static double radius(int points) {
    return points > MANY ? SMALL : LARGE;
  }

  /** Paints all points; in 3-D back to front, far ones paler. */
  void points(GraphicsContext g, EmbeddedPoints points, PointsCamera camera, double width, double height, double radius, boolean rings) {
    int count = points.size();
    PointsCamera.Place[] places = new PointsCamera.Place[count];
    for (int i = 0; i < count; i++) {
      places[i] = camera.place(points.layout()[i], width, height);
    }
    boolean outlined = !by.isClass(points);
    int[] order = !camera.isSolid() ? IntStream.range(0, count).toArray() : IntStream.range(0, count).boxed()
        .sorted(Comparator.comparingDouble(i -> places[i].depth())).mapToInt(Integer::intValue).toArray();
    g.setStroke(colouredIn.color(Token.MUT));
    g.setLineWidth(0.75);
    for (int i : order) {
      double r = radius * PointsCamera.size(places[i].depth());
      if (places[i].x() < -r || places[i].y() < -r || places[i].x() > width + r || places[i].y() > height + r) {
        continue;
      }
      g.setGlobalAlpha(camera.isSolid() ? PALE + (1 - PALE) * (places[i].depth() + 1) / 2 : 1);
      g.setFill(colours[i]);
      g.fillOval(places[i].x() - r, places[i].y() - r, 2 * r, 2 * r);
      if (outlined) {
        g.strokeOval(places[i].x() - r, places[i].y() - r, 2 * r, 2 * r);
      }
    }
    g.setGlobalAlpha(1);
    if (rings) {
      g.setStroke(colouredIn.color(Token.BAD));
      g.setLineWidth(2);
      for (int i = 0; i < count; i++) {
        if (points.misclassified(i)) {
          double r = radius * PointsCamera.size(places[i].depth()) + RING;
          g.strokeOval(places[i].x() - r, places[i].y() - r, 2 * r, 2 * r);
        }
      }
    }
  }

  void ring(GraphicsContext g, PointsCamera.Place place, double radius, Color colour, double line) {
    g.setStroke(colour);
    g.setLineWidth(line);
    g.strokeOval(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius);
  }
}
