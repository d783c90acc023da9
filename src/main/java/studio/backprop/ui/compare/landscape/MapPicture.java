package studio.backprop.ui.compare.landscape;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Contour;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/**
 * A map of losses: colour by their logarithm, and lines of equal loss with numbers. The colours are worked out once for a map, a size and a
 * look; afterwards painting is showing a picture.
 */
final class MapPicture {
  private static final int LEVELS = 12;
  private static final int FEWEST = 5;
  /** Lines of equal loss have their numbers about here, as a share of the width. */
  private static final double NUMBERS_AT = 0.86;
  private static final double APART = 20;
  private static final double HALO = 3;
  private static final double LINE = 1;
  private static final double LINE_OPACITY = 0.6;

  private DrawnMap map;
  private Palette palette;
  private Raster raster;
  private List<Level> levels = List.of();

  /** A line of equal loss in pieces, from 0 to 1 in both directions. */
  record Level(double loss, float[] pieces) {}

  /** @param written whether lines of equal loss have numbers */
  void paint(GraphicsContext g, MapPlace place, Palette colours, Numbers numbers, boolean written) {
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
    if (written) {
      write(g, place, colours, numbers);
    }
  }

  /** Lines of equal loss. */
  static Color line(Palette palette) {
    Color end = palette.losses().color(1);
    return new Color(end.getRed(), end.getGreen(), end.getBlue(), LINE_OPACITY);
  }

  private static double x(MapPlace place, double share) {
    return place.x() + share * place.width();
  }

  private static double y(MapPlace place, double share) {
    return place.y() + share * place.height();
  }

  private void prepare(MapPlace place, Palette colours) {
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

  /** The lines of equal loss of a map. */
  static List<Level> levels(DrawnMap map) {
    List<Level> all = new ArrayList<>();
    double[] marks = Ticks.log(map.low(), map.high(), LEVELS);
    for (double loss : marks.length < FEWEST ? Ticks.linear(map.low(), map.high(), LEVELS) : marks) {
      all.add(new Level(loss, Contour.of(map.losses(), map.rows(), map.columns(), (float) loss)));
    }
    return all;
  }

  /** Between losses the logarithm changes evenly. */
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

  /** The number of a line stands on it, near the right end, where no other number is. */
  private void write(GraphicsContext g, MapPlace place, Palette colours, Numbers numbers) {
    List<double[]> taken = new ArrayList<>();
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    for (Level level : levels) {
      double[] best = null;
      for (int i = 0; i + 3 < level.pieces().length; i += 4) {
        double px = x(place, (level.pieces()[i] + level.pieces()[i + 2]) / 2);
        double py = y(place, (level.pieces()[i + 1] + level.pieces()[i + 3]) / 2);
        boolean within = px > place.x() + APART && px < place.x() + place.width() - APART && py > place.y() + APART / 2
            && py < place.y() + place.height() - APART / 2;
        boolean free = taken.stream().noneMatch(other -> Math.hypot((other[0] - px) / 2, other[1] - py) < APART);
        double wanted = place.x() + NUMBERS_AT * place.width();
        if (within && free && (best == null || Math.abs(px - wanted) < Math.abs(best[0] - wanted))) {
          best = new double[] {px, py};
        }
      }
      if (best != null) {
        taken.add(best);
        Color ground = colours.losses().color(map.share(level.loss()));
        String number = numbers.significant(level.loss(), 2);
        g.setStroke(ground);
        g.setLineWidth(HALO);
        g.strokeText(number, best[0], best[1]);
        g.setFill(colours.textOn(ground));
        Painting.write(g, number, best[0], best[1]);
      }
    }
  }
}
