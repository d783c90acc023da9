package studio.backprop.ui.judge.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Places each class name near the median of its points, where it covers few points and no other name. */
final class PointNames {
  /** Half of a name's height. */
  private static final double HALF = 11;
  private static final double SEE_THROUGH = 0.85;
  /** More names would cover the points. */
  private static final int MOST = 24;
  /** Candidate offsets while points move, in halves of a name's height: others would make it jump. */
  private static final double[] AWAY = {0, 2.2, -2.2, 4.4, -4.4};
  /** Radius of the search around the median, in name heights. */
  private static final int RINGS = 4;
  private static final int DIRECTIONS = 12;
  /** Distance in px that one uncovered point is worth. */
  private static final double WORTH = 30;
  /** Gap between a name and a point, in px. */
  private static final double APART = 3;

  private final EmbeddedPoints points;
  private final PointColour by;
  private final double width;
  private final double height;
  private final double[][] seen;
  private final List<Rectangle2D> taken = new ArrayList<>();

  PointNames(EmbeddedPoints points, PointColour by, PointsCamera camera, double width, double height) {
    this.points = points;
    this.by = by;
    this.width = width;
    this.height = height;
    this.seen = Arrays.stream(points.layout()).map(point -> camera.place(point, width, height))
        .map(place -> new double[] {place.x(), place.y()}).toArray(double[][]::new);
  }

  void paint(GraphicsContext g, Palette palette, List<String> classes) {
    if (!by.isClass(points) || classes.size() > MOST) {
      return;
    }
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    for (int c = 0; c < classes.size(); c++) {
      int index = c;
      int[] mine = IntStream.range(0, points.size()).filter(i -> (int) by.value(points, i) == index).toArray();
      if (mine.length == 0) {
        continue;
      }
      Text measured = new Text(classes.get(c));
      measured.setFont(g.getFont());
      double wide = Math.max(2 * HALF, measured.getLayoutBounds().getWidth() + HALF);
      Rectangle2D place = place(median(mine, 0), median(mine, 1), wide);
      if (place == null) {
        continue; // overlapping names are not readable
      }
      taken.add(place);
      g.setFill(palette.color(Token.BG));
      g.setGlobalAlpha(SEE_THROUGH);
      g.fillRoundRect(place.getMinX(), place.getMinY(), wide, 2 * HALF, 2 * HALF, 2 * HALF);
      g.setGlobalAlpha(1);
      g.setStroke(palette.ofManyClasses(c));
      g.setLineWidth(2);
      g.strokeRoundRect(place.getMinX(), place.getMinY(), wide, 2 * HALF, 2 * HALF, 2 * HALF);
      g.setFill(palette.color(Token.FG));
      Painting.write(g, classes.get(c), place.getMinX() + wide / 2, place.getMinY() + HALF);
    }
  }

  private double median(int[] some, int dimension) {
    double[] sorted = Arrays.stream(some).mapToDouble(i -> seen[i][dimension]).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Null if every place nearby covers another name. */
  private Rectangle2D place(double x, double y, double wide) {
    boolean moves = !points.isComplete() && !points.goesOn();
    double inX = Math.max(wide / 2 + 2, Math.min(width - wide / 2 - 2, x));
    double inY = Math.max(HALF + 2, Math.min(height - HALF - 2, y));
    List<Rectangle2D> places = new ArrayList<>();
    for (double away : AWAY) {
      add(places, inX, inY + away * HALF, wide);
    }
    if (moves) {
      return places.isEmpty() ? null : places.get(0);
    }
    for (int ring = 1; ring <= RINGS; ring++) {
      for (int d = 0; d < DIRECTIONS; d++) {
        double angle = 2 * Math.PI * d / DIRECTIONS;
        add(places, inX + Math.cos(angle) * (ring * HALF * 2 + (wide / 2 - HALF)), inY + Math.sin(angle) * ring * HALF * 2, wide);
      }
    }
    Rectangle2D best = null;
    double least = Double.POSITIVE_INFINITY;
    for (Rectangle2D place : places) {
      double cost = Math.hypot(place.getMinX() + wide / 2 - inX, place.getMinY() + HALF - inY);
      for (int i = 0; i < seen.length && cost < least; i++) {
        cost += covers(place, seen[i]) ? WORTH : 0;
      }
      if (cost < least) {
        least = cost;
        best = place;
      }
    }
    return best;
  }

  private void add(List<Rectangle2D> places, double x, double y, double wide) {
    Rectangle2D place = new Rectangle2D(x - wide / 2, y - HALF, wide, 2 * HALF);
    boolean inside = place.getMinX() >= 0 && place.getMaxX() <= width && place.getMinY() >= 0 && place.getMaxY() <= height;
    if (inside && taken.stream().noneMatch(
        other -> other.intersects(place.getMinX() - 2, place.getMinY() - 2, wide + 4, 2 * HALF + 4))) {
      places.add(place);
    }
  }

  private static boolean covers(Rectangle2D place, double[] point) {
    return point[0] > place.getMinX() - APART && point[0] < place.getMaxX() + APART
        && point[1] > place.getMinY() - APART && point[1] < place.getMaxY() + APART;
  }
}
