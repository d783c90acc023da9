package studio.backprop.ui.compare.landscape;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;

/** Labels of contour lines: on the line, near the right end, without overlapping other labels, paths or signs. */
final class ContourNumbers {
  /** Preferred position, as a share of the width. */
  private static final double AT = 0.86;
  private static final double APART = 20;
  private static final double HALO = 3;
  /** Cell size of the occupancy grid in px. */
  private static final double CELL = 8;
  /** Clearance of a path in px, vertically, as a variant's letter may stand on it. */
  private static final double BESIDE = 24;
  private static final double OVER = 17;
  /** Distance of letters that meet, in px. */
  private static final double LETTER = 2 * TrailPainter.LETTER + 1;

  /** Size of the start's caption in px. */
  private static final double WORDS = 140;
  private static final double ABOVE = 20;

  private List<Written> written = List.of();

  /** A placed label, in px. */
  private record Written(double loss, double x, double y) {}

  /** Places the labels. @param minima signs of the surface's minima @return whether any has moved */
  boolean place(MapPlacement place, List<MapPicture.Level> levels, List<DrawnTrail> trails, List<double[]> minima) {
    Taken taken = new Taken(place);
    minima.forEach(minimum -> taken.add(minimum[0], minimum[1]));
    trails.stream().filter(DrawnTrail::placed).forEach(trail -> {
      taken.add(trail, place);
      taken.addLetters(trail, place, trails.size());
    });
    trails.stream().filter(DrawnTrail::placed).findFirst().ifPresent(trail -> taken.addStart(trail, place));
    List<Written> found = new ArrayList<>();
    for (MapPicture.Level level : levels) {
      Written best = null;
      float[] pieces = level.pieces();
      for (int i = 0; i + 3 < pieces.length; i += 4) {
        double x = place.x() + (pieces[i] + pieces[i + 2]) / 2 * place.width();
        double y = place.y() + (pieces[i + 1] + pieces[i + 3]) / 2 * place.height();
        double off = Math.abs(x - place.x() - AT * place.width());
        if ((best == null || off < Math.abs(best.x() - place.x() - AT * place.width())) && isWithin(place, x, y)
            && !taken.at(x, y) && isFree(found, x, y)) {
          best = new Written(level.loss(), x, y);
        }
      }
      if (best != null) {
        found.add(best);
      }
    }
    boolean others = !found.equals(written);
    written = found;
    return others;
  }

  private static boolean isWithin(MapPlacement place, double x, double y) {
    return x > place.x() + APART && x < place.x() + place.width() - APART && y > place.y() + APART / 2
        && y < place.y() + place.height() - APART / 2;
  }

  private static boolean isFree(List<Written> found, double x, double y) {
    return found.stream().noneMatch(other -> Math.hypot((other.x() - x) / 2, other.y() - y) < APART);
  }

  void paint(GraphicsContext g, DrawnMap map, Palette palette, Numbers numbers) {
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.setLineWidth(HALO);
    for (Written one : written) {
      Color ground = palette.losses().color(map.share(one.loss()));
      String number = numbers.significant(one.loss(), 2);
      g.setStroke(ground);
      g.strokeText(number, one.x(), one.y());
      g.setFill(palette.textOn(ground));
      Painting.write(g, number, one.x(), one.y());
    }
  }

  /** Occupancy grid of a plot. */
  private static final class Taken {
    private final MapPlacement place;
    private final int columns;
    private final int rows;
    private final BitSet cells;

    Taken(MapPlacement place) {
      this.place = place;
      columns = (int) Math.ceil(place.width() / CELL);
      rows = (int) Math.ceil(place.height() / CELL);
      cells = new BitSet(columns * rows);
    }

    boolean at(double x, double y) {
      return cells.get(index(row(y), column(x)));
    }

    private int index(int row, int column) {
      return row * columns + column;
    }

    private int column(double x) {
      return (int) Math.max(0, Math.min(columns - 1.0, (x - place.x()) / CELL));
    }

    private int row(double y) {
      return (int) Math.max(0, Math.min(rows - 1.0, (y - place.y()) / CELL));
    }

    void add(double x, double y) {
      if (!place.contains(x, y)) {
        return;
      }
      int last = row(y + OVER);
      for (int row = row(y - OVER); row <= last; row++) {
        cells.set(index(row, column(x - BESIDE)), index(row, column(x + BESIDE)) + 1);
      }
    }

    /** Reserves the end of a path, where the letters of several variants may meet. */
    void addLetters(DrawnTrail trail, MapPlacement on, int variants) {
      double x = on.px(trail.xs()[trail.size() - 1]);
      double y = on.py(trail.ys()[trail.size() - 1]);
      double side = x + variants * LETTER > on.x() + on.width() ? -LETTER : LETTER;
      for (int variant = 0; variant < variants; variant++) {
        add(x + variant * side, y);
      }
    }

    /** Reserves the surroundings of the start for its caption. */
    void addStart(DrawnTrail trail, MapPlacement on) {
      double x = on.px(trail.xs()[0]);
      double y = on.py(trail.ys()[0]);
      for (double off = 0; off <= WORDS; off += CELL) {
        for (int side = -1; side <= 1; side += 2) {
          add(x + side * off, y - ABOVE);
          add(x + side * off, y + ABOVE);
        }
      }
    }

    /** Reserves a path, clipped to the map. */
    void add(DrawnTrail trail, MapPlacement on) {
      add(on.px(trail.xs()[0]), on.py(trail.ys()[0]));
      for (int i = 0; i + 1 < trail.size(); i++) {
        double[] part = trail.within(i, on.map());
        if (part.length > 0) {
          double x = on.px(trail.xs()[i]);
          double y = on.py(trail.ys()[i]);
          double dx = on.px(trail.xs()[i + 1]) - x;
          double dy = on.py(trail.ys()[i + 1]) - y;
          int pieces = 1 + (int) ((part[1] - part[0]) * Math.hypot(dx, dy) / CELL);
          for (int k = 0; k <= pieces; k++) {
            double share = part[0] + (part[1] - part[0]) * k / pieces;
            add(x + share * dx, y + share * dy);
          }
        }
      }
    }
  }
}
