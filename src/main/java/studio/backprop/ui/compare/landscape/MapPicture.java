package studio.backprop.ui.compare.landscape;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Contour;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** Heat map of losses with contour lines, logarithmic. Cached as an image per map, size and theme. */
final class MapPicture {
  private static final int LEVELS = 12;
  private static final int FEWEST = 5;
  private static final double LINE = 1;
  private static final double LINE_OPACITY = 0.6;

  private DrawnMap map;
  private Palette palette;
  private Raster raster;
  private List<Level> levels = List.of();

  /** A contour line as segments, in 0 to 1 in both directions. */
  record Level(double loss, float[] pieces) {}

  void paint(GraphicsContext g, MapPlacement place, Palette colours) {
    prepare(place, colours);
    raster.paint(g, 0, 0, raster.width(), raster.height(), place.x(), place.y(), place.width(), place.height());
    g.setLineWidth(LINE);
    g.setLineDashes();
    g.setStroke(line(colours));
    for (Level level : levels) {
      g.beginPath();
      for (int i = 0; i + 3 < level.pieces().length; i += 4) {
        g.moveTo(x(place, level.pieces()[i]), y(place, level.pieces()[i + 1]));
        g.lineTo(x(place, level.pieces()[i + 2]), y(place, level.pieces()[i + 3]));
      }
      g.stroke();
    }
    g.setStroke(colours.color(Token.BORDER));
    g.strokeRect(place.x() - 0.5, place.y() - 0.5, place.width() + 1, place.height() + 1);
  }

  /** Colour of contour lines. */
  static Color line(Palette palette) {
    Color end = palette.losses().color(1);
    return new Color(end.getRed(), end.getGreen(), end.getBlue(), LINE_OPACITY);
  }

  private static double x(MapPlacement place, double share) {
    return place.x() + share * place.width();
  }

  private static double y(MapPlacement place, double share) {
    return place.y() + share * place.height();
  }

  private void prepare(MapPlacement place, Palette colours) {
    int width = (int) Math.max(1, place.width());
    int height = (int) Math.max(1, place.height());
    boolean same = map == place.map() && palette == colours && raster.width() == width && raster.height() == height;
    if (same) {
      return;
    }
    if (map != place.map()) {
      map = place.map();
      levels = levels(map);
    }
    palette = colours;
    raster = new Raster(width, height);
    fill(colours.losses());
  }

  /** Contours of what was painted last. */
  List<Level> levels() {
    return levels;
  }

  static List<Level> levels(DrawnMap map) {
    List<Level> all = new ArrayList<>();
    double[] marks = Ticks.log(map.low(), map.high(), LEVELS);
    for (double loss : marks.length < FEWEST ? Ticks.linear(map.low(), map.high(), LEVELS) : marks) {
      all.add(new Level(loss, Contour.of(map.losses(), map.rows(), map.columns(), (float) loss)));
    }
    return all;
  }

  /** Interpolates the logarithm linearly. */
  private void fill(Scale scale) {
    float[] shares = map.shares();
    for (int py = 0; py < raster.height(); py++) {
      double atRow = (py + 0.5) / raster.height() * (map.rows() - 1);
      int row = Math.min(map.rows() - 2, (int) atRow);
      for (int px = 0; px < raster.width(); px++) {
        double atColumn = (px + 0.5) / raster.width() * (map.columns() - 1);
        int column = Math.min(map.columns() - 2, (int) atColumn);
        int at = row * map.columns() + column;
        double upper = mixed(shares[at], shares[at + 1], atColumn - column);
        double lower = mixed(shares[at + map.columns()], shares[at + map.columns() + 1], atColumn - column);
        raster.set(px, py, scale.argb(mixed(upper, lower, atRow - row)));
      }
    }
    raster.update();
  }

  private static double mixed(double a, double b, double share) {
    return a + (b - a) * share;
  }
}
