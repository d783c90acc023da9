package studio.backprop.ui.compare.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import studio.backprop.landscape.surface.SurfacePoint;
import studio.backprop.ui.compare.landscape.SurfacePlotPlacement.Seen;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** Surface plot of a map: height and colour are the logarithm of the loss, with the same contour lines. */
final class SurfacePlotPicture {
  private static final int MARKS = 5;
  private static final double TICK = 5;
  private static final double NUMBER = 16;
  private static final double NAME = 38;
  /** Maximum number of characters of an axis title beside its edge; longer ones stand below the picture. */
  private static final int SHORT = 8;
  private static final double LINE = 16;
  private static final List<String> SIGNS = List.of("a", "b");

  private final SurfacePlotView view = new SurfacePlotView();
  private final SurfacePlotSurface surface = new SurfacePlotSurface();
  private DrawnMap map;
  private float[] shares = {};
  private List<MapPicture.Level> levels = List.of();
  private SurfacePlotPlacement place;
  private final List<double[]> numbered = new ArrayList<>();

  /** Positions of the axis labels in px. */
  List<double[]> numbered() {
    return numbered;
  }

  SurfacePlotView view() {
    return view;
  }

  SurfacePlotSurface surface() {
    return surface;
  }

  /** Last placement; empty before the first painting. */
  Optional<SurfacePlotPlacement> place() {
    return Optional.ofNullable(place);
  }

  /** The point of the map at a pixel. */
  Optional<SurfacePoint> at(double px, double py) {
    return place().flatMap(known -> surface.at(known, px, py));
  }

  /** @param top upper edge in px @param axes their titles */
  void paint(GraphicsContext g, DrawnMap shown, double width, double top, double height, Palette palette, Numbers numbers,
      List<String> axes) {
    if (map != shown) {
      map = shown;
      shares = shown.shares();
      levels = MapPicture.levels(shown);
    }
    boolean brief = axes.stream().allMatch(name -> name.length() <= SHORT);
    place = new SurfacePlotPlacement(map, shares, view, width, top, height - top - (brief ? 0 : 2 * LINE));
    g.setStroke(palette.color(Token.BORDER));
    g.setLineWidth(1);
    g.setLineDashes();
    Seen[] corners = {place.at(-1, -1, 0), place.at(1, -1, 0), place.at(1, 1, 0), place.at(-1, 1, 0)};
    for (int i = 0; i < corners.length; i++) {
      line(g, corners[i], corners[(i + 1) % corners.length]);
      double u = i == 1 || i == 2 ? 1 : -1;
      double v = i > 1 ? 1 : -1;
      line(g, corners[i], place.at(u, v, place.share(u, v)));
    }
    surface.paint(g, place, palette.losses(), width, height);
    levels(g, palette);
    numbered.clear();
    for (int i = 0; i < axes.size(); i++) {
      axis(g, palette, numbers, brief ? axes.get(i) : SIGNS.get(i), i == 0);
    }
    g.setTextAlign(TextAlignment.LEFT);
    for (int i = 0; i < axes.size() && !brief; i++) {
      Painting.write(g, SIGNS.get(i) + "  " + axes.get(i), LINE, height - (1.5 - i) * LINE, width - 2 * LINE);
    }
  }

  private static void line(GraphicsContext g, Seen from, Seen to) {
    g.strokeLine(from.x(), from.y(), to.x(), to.y());
  }

  private void levels(GraphicsContext g, Palette palette) {
    g.setStroke(MapPicture.line(palette));
    for (MapPicture.Level level : levels) {
      double share = map.share(level.loss());
      g.beginPath();
      float[] at = level.pieces();
      for (int i = 0; i + 3 < at.length; i += 4) {
        Seen from = place.at(2 * at[i] - 1, 1 - 2 * at[i + 1], share);
        Seen to = place.at(2 * at[i + 2] - 1, 1 - 2 * at[i + 3], share);
        if (!surface.hides(from) && !surface.hides(to)) {
          g.moveTo(from.x(), from.y());
          g.lineTo(to.x(), to.y());
        }
      }
      g.stroke();
    }
  }

  /** Labels and title at the edge of the floor nearer to the viewer. */
  private void axis(GraphicsContext g, Palette palette, Numbers numbers, String name, boolean first) {
    Seen low = first ? place.at(0, -1, 0) : place.at(-1, 0, 0);
    Seen high = first ? place.at(0, 1, 0) : place.at(1, 0, 0);
    double edge = high.depth() < low.depth() - 1e-6 ? 1 : -1;
    Seen middle = edge > 0 ? high : low;
    Seen centre = place.at(0, 0, 0);
    double length = Math.max(1e-6, Math.hypot(middle.x() - centre.x(), middle.y() - centre.y()));
    double outX = (middle.x() - centre.x()) / length;
    double outY = (middle.y() - centre.y()) / length;
    g.setStroke(palette.color(Token.BORDER));
    g.setFill(palette.color(Token.SUBT));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    double from = first ? map.left() : map.bottom();
    double to = first ? map.right() : map.top();
    for (double mark : Ticks.linear(from, to, MARKS)) {
      Seen at = first ? place.at(place.u(mark), edge, 0) : place.at(edge, place.v(mark), 0);
      g.strokeLine(at.x(), at.y(), at.x() + TICK * outX, at.y() + TICK * outY);
      Painting.write(g, numbers.significant(mark, 4), at.x() + NUMBER * outX, at.y() + NUMBER * outY);
      numbered.add(new double[] {at.x() + NUMBER * outX, at.y() + NUMBER * outY});
    }
    Painting.write(g, name, middle.x() + NAME * outX, middle.y() + NAME * outY);
  }
}
