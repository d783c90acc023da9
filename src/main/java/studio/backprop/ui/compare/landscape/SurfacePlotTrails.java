package studio.backprop.ui.compare.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import studio.backprop.ui.compare.comparison.VariantColour;
import studio.backprop.ui.compare.landscape.SurfacePlotPlacement.Seen;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Draws trajectories on a surface plot: pale where occluded, clipped to the surface. */
final class SurfacePlotTrails {
  private static final double PALE = 0.25;
  /** Subdivision of a segment on the surface, in px. */
  private static final double APART = 5;
  private static final int MAX_PIECES = 60;
  /** Distance of a marker arrow from the start, in px. */
  private static final double AWAY = 26;

  private final GraphicsContext g;
  private final SurfacePlotPlacement place;
  private final SurfacePlotSurface surface;
  private final Palette palette;
  private final TrailPainter signs;

  SurfacePlotTrails(GraphicsContext g, SurfacePlotPicture picture, Palette palette, Lang lang, double width, double height) {
    this.g = g;
    this.place = picture.place().orElseThrow();
    this.surface = picture.surface();
    this.palette = palette;
    // signs are placed in px: a map whose coordinates are px
    DrawnMap flat = new DrawnMap(0, width, height, 0, 1, 1, new float[1]);
    this.signs = new TrailPainter(g, new MapPlacement(flat, 0, 0, width, height), palette, lang);
    picture.numbered().forEach(at -> signs.keepsFree(at[0], at[1]));
  }

  /** Draws all variants at a step. @param start caption of a common start */
  void draw(List<DrawnTrail> all, long step, String start) {
    List<DrawnTrail> seen = new ArrayList<>();
    for (int variant = 0; variant < all.size(); variant++) {
      DrawnTrail trail = all.get(variant);
      if (trail.placed()) {
        draw(trail, VariantColour.of(palette, variant), variant, step);
      }
      seen.add(trail.placed() ? moved(trail) : trail);
    }
    signs.sayWhoLeft();
    signs.letters(seen, step, (variant, at) -> place.map().contains(all.get(variant).xs()[at], all.get(variant).ys()[at]));
    seen.stream().filter(DrawnTrail::placed).findFirst().filter(trail -> !start.isEmpty())
        .ifPresent(trail -> signs.start(trail.xs()[0], trail.ys()[0], start));
  }

  void minimum(double x, double y) {
    if (place.map().contains(x, y)) {
      Seen seen = place.on(x, y);
      signs.minimum(seen.x(), seen.y());
    }
  }

  void point(double x, double y) {
    Seen seen = place.on(x, y);
    signs.point(seen.x(), seen.y());
  }

  /** With projected coordinates. */
  private DrawnTrail moved(DrawnTrail trail) {
    Seen[] seen = IntStream.range(0, trail.size()).mapToObj(i -> place.on(trail.xs()[i], trail.ys()[i])).toArray(Seen[]::new);
    return trail.at(IntStream.range(0, seen.length).mapToDouble(i -> seen[i].x()).toArray(),
        IntStream.range(0, seen.length).mapToDouble(i -> seen[i].y()).toArray());
  }

  /** A line segment on the surface. */
  private record Piece(Seen from, Seen to, boolean hidden, double width) {}

  private void draw(DrawnTrail trail, Color colour, int variant, long step) {
    int at = trail.placeAt(step);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < trail.drawnTo(place.map()); i++) {
      way(trail, i, i < at ? TrailPainter.THICK : TrailPainter.THIN, pieces);
    }
    Color ground = palette.color(Token.BG);
    stroke(pieces, new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), TrailPainter.HALO_OPACITY), TrailPainter.HALO);
    stroke(pieces, colour, 0);
    pieces.forEach(piece -> signs.passes(piece.to().x(), piece.to().y()));
    int last = trail.size() - 1;
    boolean within = place.map().contains(trail.xs()[last], trail.ys()[last]);
    if (trail.diverged().isPresent()) {
      leaving(trail, variant, colour);
    } else if (within) {
      Seen end = place.on(trail.xs()[last], trail.ys()[last]);
      g.setGlobalAlpha(surface.hides(end) ? PALE : 1);
      signs.square(end.x(), end.y(), colour);
      g.setGlobalAlpha(1);
    }
  }

  /** One step, clipped to the floor. */
  private void way(DrawnTrail trail, int from, double width, List<Piece> pieces) {
    double[] part = trail.within(from, place.map());
    if (part.length == 0) {
      return;
    }
    double x = trail.xs()[from];
    double y = trail.ys()[from];
    double dx = trail.xs()[from + 1] - x;
    double dy = trail.ys()[from + 1] - y;
    Seen before = place.on(x + part[0] * dx, y + part[0] * dy);
    Seen end = place.on(x + part[1] * dx, y + part[1] * dy);
    int count = (int) Math.max(1, Math.min(MAX_PIECES, Math.hypot(end.x() - before.x(), end.y() - before.y()) / APART));
    for (int i = 1; i <= count; i++) {
      double share = part[0] + (part[1] - part[0]) * i / count;
      Seen now = place.on(x + share * dx, y + share * dy);
      pieces.add(new Piece(before, now, surface.hides(before) || surface.hides(now), width));
      before = now;
    }
  }

  /** Joins consecutive segments to a polyline. */
  private void stroke(List<Piece> pieces, Color colour, double wider) {
    g.setStroke(colour);
    for (int i = 0; i < pieces.size(); ) {
      Piece first = pieces.get(i);
      g.setGlobalAlpha(first.hidden() ? PALE : 1);
      g.setLineWidth(first.width() + wider);
      g.beginPath();
      g.moveTo(first.from().x(), first.from().y());
      Piece last;
      do {
        last = pieces.get(i++);
        g.lineTo(last.to().x(), last.to().y());
      } while (i < pieces.size() && pieces.get(i).from().equals(last.to()) && pieces.get(i).hidden() == first.hidden()
          && pieces.get(i).width() == first.width());
      g.stroke();
    }
    g.setGlobalAlpha(1);
  }

  /** Where a diverged variant leaves the surface for good. */
  private void leaving(DrawnTrail trail, int variant, Color colour) {
    for (int i = trail.drawnTo(place.map()) - 1; i >= 0; i--) {
      double[] part = trail.within(i, place.map());
      if (part.length > 0) {
        double dx = trail.xs()[i + 1] - trail.xs()[i];
        double dy = trail.ys()[i + 1] - trail.ys()[i];
        Seen from = place.on(trail.xs()[i] + part[0] * dx, trail.ys()[i] + part[0] * dy);
        Seen to = place.on(trail.xs()[i] + part[1] * dx, trail.ys()[i] + part[1] * dy);
        signs.arrow(variant, trail.diverged().getAsLong(), to.x(), to.y(), to.x() - from.x(), to.y() - from.y(), colour);
        return;
      }
    }
    Seen start = place.on(trail.xs()[0], trail.ys()[0]); // its first step led away at once
    signs.arrow(variant, trail.diverged().getAsLong(), start.x() + AWAY, start.y(), 1, 0, colour);
  }
}
