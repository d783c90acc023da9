package studio.backprop.ui.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.Token;

/** Paints the points of a layout, the names of their classes and what is chosen among them. */
final class PointsPainter {
  private static final double SMALL = 3;
  private static final double LARGE = 5;
  private static final int MANY = 800;
  private static final double RING = 3.5;
  private static final double PALE = 0.62;
  private static final double NAME = 11;
  private static final double SEE_THROUGH = 0.85;
  /** Where a name may stand instead of at the median, in halves of its height. */
  private static final double[] AWAY = {0, 2.2, -2.2, 4.4, -4.4};
  /** More names would cover the points. */
  private static final int MOST_NAMES = 24;

  private EmbeddedPoints of;
  private PointColour by;
  private Palette colouredIn;
  private Color[] colours = {};
  private Span span = new Span();

  /** The colour of each point; computed anew only for other examples, another step or another look. */
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
    span = new Span();
    Arrays.stream(values).filter(value -> !Double.isNaN(value)).forEach(span::add);
    colours = Arrays.stream(values).mapToObj(value -> Double.isNaN(value) ? palette.color(Token.BORDER)
        : classes ? palette.ofManyClasses((int) value) : ofNumber(palette, colour, span.shareOf(value))).toArray(Color[]::new);
  }

  /** The colour of a number that lies so far between the least and the largest. */
  static Color ofNumber(Palette palette, PointColour colour, double share) {
    return colour.kind() == PointColour.Kind.LOSS ? palette.size().color(0.12 + 0.88 * share) : palette.signed().color(2 * share - 1);
  }

  Span span() {
    return span;
  }

  Color colour(int point) {
    return colours[point];
  }

  static double radius(int points) {
    return points > MANY ? SMALL : LARGE;
  }

  /** All points; in three dimensions those far away first, and paler. */
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

  /** The name of each class, at the median of its points. */
  void names(GraphicsContext g, EmbeddedPoints points, List<String> classes, PointsCamera camera, double width, double height) {
    if (!by.isClass(points) || classes.size() > MOST_NAMES) {
      return;
    }
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    List<Rectangle2D> taken = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      int index = c;
      int[] mine = IntStream.range(0, points.size()).filter(i -> (int) by.value(points, i) == index).toArray();
      if (mine.length == 0) {
        continue;
      }
      double[] median = new double[points.choice().dimensions()];
      Arrays.setAll(median, d -> {
        double[] sorted = Arrays.stream(mine).mapToDouble(i -> points.layout()[i][d]).sorted().toArray();
        return sorted[sorted.length / 2];
      });
      PointsCamera.Place place = camera.place(median, width, height);
      Text measured = new Text(classes.get(c));
      measured.setFont(g.getFont());
      double wide = Math.max(2 * NAME, measured.getLayoutBounds().getWidth() + NAME);
      double x = Math.max(wide / 2 + 2, Math.min(width - wide / 2 - 2, place.x()));
      double y = free(taken, x, Math.max(NAME + 2, Math.min(height - NAME - 2, place.y())), wide, height);
      if (Double.isNaN(y)) {
        continue; // names over each other cannot be read
      }
      taken.add(new Rectangle2D(x - wide / 2, y - NAME, wide, 2 * NAME));
      g.setFill(colouredIn.color(Token.BG));
      g.setGlobalAlpha(SEE_THROUGH);
      g.fillRoundRect(x - wide / 2, y - NAME, wide, 2 * NAME, 2 * NAME, 2 * NAME);
      g.setGlobalAlpha(1);
      g.setStroke(colouredIn.ofManyClasses(c));
      g.setLineWidth(2);
      g.strokeRoundRect(x - wide / 2, y - NAME, wide, 2 * NAME, 2 * NAME, 2 * NAME);
      g.setFill(colouredIn.color(Token.FG));
      Painting.write(g, classes.get(c), x, y);
    }
  }

  /** The nearest height at which a name covers no other; NaN if there is none nearby. */
  private static double free(List<Rectangle2D> taken, double x, double y, double wide, double height) {
    for (double away : AWAY) {
      double at = y + away * NAME;
      boolean inside = at >= NAME && at <= height - NAME;
      if (inside && taken.stream().noneMatch(other -> other.intersects(x - wide / 2 - 2, at - NAME - 2, wide + 4, 2 * NAME + 4))) {
        return at;
      }
    }
    return Double.NaN;
  }

  /** A ring around one point. */
  void ring(GraphicsContext g, PointsCamera.Place place, double radius, Color colour, double line) {
    g.setStroke(colour);
    g.setLineWidth(line);
    g.strokeOval(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius);
  }
}
