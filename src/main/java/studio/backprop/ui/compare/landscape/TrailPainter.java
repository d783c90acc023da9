package studio.backprop.ui.compare.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.compare.comparison.VariantColour;
import studio.backprop.ui.compare.comparison.VariantTexts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Draws the trajectory of a variant on a map: thick up to the current step, thin after it, a square at its end. */
final class TrailPainter {
  private static final long[] DOTS = {20, 50, 100};
  private static final int MAX_DOTS = 25;
  static final double THICK = 2.2;
  static final double THIN = 1.2;
  static final double HALO = 2.2;
  static final double HALO_OPACITY = 0.8;
  private static final double DOT = 4;
  private static final double END = 8;
  static final double LETTER = 10;
  private static final double ARROW = 9;
  /** Distance of letters that meet, in px. */
  static final double APART = 2 * LETTER + 1;
  /** Approximate width of a character in px. */
  private static final double WORD = 6.5;
  private static final double BACK = 8;
  /** Line height in px, and minimum distance of captions. */
  private static final double LINE = 15;
  private static final double CAPTION_WIDTH = 110;

  private final GraphicsContext g;
  private final MapPlacement place;
  private final Palette palette;
  private final Lang lang;
  private final List<double[]> taken = new ArrayList<>();
  private final List<Left> left = new ArrayList<>();
  /** Points of trajectories, not to be covered by captions. */
  private final List<double[]> walked = new ArrayList<>();

  /** Exit point of diverged variants. */
  private record Left(List<Integer> variants, long step, double x, double y, boolean right, Color colour) {
    boolean meets(Left other) {
      return step == other.step && right == other.right && Math.abs(x - other.x) < CAPTION_WIDTH && Math.abs(y - other.y) < LINE;
    }
  }

  TrailPainter(GraphicsContext g, MapPlacement place, Palette palette, Lang lang) {
    this.g = g;
    this.place = place;
    this.palette = palette;
    this.lang = lang;
  }

  /** Interval of dots in steps: 20, or more on a long trajectory. */
  static long dotsEvery(long lastStep) {
    return LongStream.iterate(0, i -> i + 1).map(i -> DOTS[(int) i % DOTS.length] * (long) Math.pow(10, i / DOTS.length))
        .filter(every -> lastStep / every <= MAX_DOTS).findFirst().orElseThrow();
  }

  /** @param step current step @param every interval of dots in steps */
  void draw(DrawnTrail trail, int variant, long step, long every) {
    if (!trail.placed()) {
      return;
    }
    Color colour = VariantColour.of(palette, variant);
    int to = trail.drawnTo(place.map());
    int at = Math.min(to, trail.placeAt(step));
    double[] xs = new double[to + 1];
    double[] ys = new double[to + 1];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = limited(place.px(trail.xs()[i]), place.x(), place.width());
      ys[i] = limited(place.py(trail.ys()[i]), place.y(), place.height());
    }
    g.save();
    g.beginPath();
    g.rect(place.x(), place.y(), place.width(), place.height());
    g.clip();
    new TrailLine(g, palette).draw(xs, ys, at, colour);
    dots(trail, xs, ys, colour, every);
    g.restore();
    for (int i = 0; i < xs.length; i++) {
      passes(xs[i], ys[i]);
    }
    if (trail.diverged().isPresent()) {
      leaving(trail, variant, xs, ys, colour);
    } else if (place.contains(xs[xs.length - 1], ys[ys.length - 1])) {
      square(xs[xs.length - 1], ys[ys.length - 1], colour);
    }
  }

  /** Reserves the place of a label, in px. */
  void keepsFree(double px, double py) {
    taken.add(new double[] {px, py});
  }

  /** Reserves a point of a trajectory. */
  void passes(double x, double y) {
    walked.add(new double[] {x, y});
  }

  /** Clamps far coordinates without changing where a line leaves the picture. */
  private static double limited(double at, double from, double length) {
    double most = 1000 * length;
    return Double.isFinite(at) ? Math.max(from - most, Math.min(from + most, at)) : from + most;
  }

  private void dots(DrawnTrail trail, double[] xs, double[] ys, Color colour, long every) {
    g.setLineWidth(1);
    g.setStroke(colour);
    g.setFill(palette.color(Token.BG));
    for (int i = 1; i < xs.length - 1; i++) {
      // of thinned positions the first at or after each multiple
      if (trail.steps()[i] / every != trail.steps()[i - 1] / every) {
        g.fillOval(xs[i] - DOT / 2, ys[i] - DOT / 2, DOT, DOT);
        g.strokeOval(xs[i] - DOT / 2, ys[i] - DOT / 2, DOT, DOT);
      }
    }
  }

  /** End of a variant. */
  void square(double x, double y, Color colour) {
    g.setFill(palette.color(Token.BG));
    g.fillRect(x - END / 2 - 1, y - END / 2 - 1, END + 2, END + 2);
    g.setFill(colour);
    g.fillRect(x - END / 2, y - END / 2, END, END);
  }

  /** Exit of a diverged variant: an arrow at the edge, and its step. */
  private void leaving(DrawnTrail trail, int variant, double[] xs, double[] ys, Color colour) {
    int last = xs.length - 1;
    while (last > 0 && !place.contains(xs[last], ys[last])) {
      last--;
    }
    boolean within = last == xs.length - 1;
    double toX = within ? 2 * xs[last] - xs[Math.max(0, last - 1)] : xs[last + 1];
    double toY = within ? 2 * ys[last] - ys[Math.max(0, last - 1)] : ys[last + 1];
    double dx = toX - xs[last];
    double dy = toY - ys[last];
    if (dx == 0 && dy == 0) {
      dx = 1;
    }
    double share = Math.min(edge(xs[last], dx, place.x(), place.width()), edge(ys[last], dy, place.y(), place.height()));
    double x = xs[last] + share * dx;
    double y = ys[last] + share * dy;
    if (within) {
      g.setStroke(colour);
      g.setLineWidth(THIN);
      g.setLineDashes(4, 3);
      g.strokeLine(xs[last], ys[last], x, y);
      g.setLineDashes();
    }
    arrow(variant, trail.diverged().getAsLong(), x, y, dx, dy, colour);
  }

  /** Arrow at an exit; the step is written by {@link #sayWhoLeft}. */
  void arrow(int variant, long step, double x, double y, double dx, double dy, Color colour) {
    double length = Math.hypot(dx, dy);
    double ux = length == 0 ? 1 : dx / length;
    double uy = length == 0 ? 0 : dy / length;
    g.setFill(colour);
    g.fillPolygon(new double[] {x, x - ARROW * ux - ARROW / 2 * uy, x - ARROW * ux + ARROW / 2 * uy},
        new double[] {y, y - ARROW * uy + ARROW / 2 * ux, y - ARROW * uy - ARROW / 2 * ux}, 3);
    boolean right = x > place.x() + place.width() / 2;
    double textX = Math.max(place.x() + 4, Math.min(place.x() + place.width() - 4, x + (right ? -1 : 1) * (ARROW + 4)));
    double textY = Math.max(place.y() + BACK, Math.min(place.y() + place.height() - BACK, y + (uy < 0 ? 1 : -1) * BACK));
    Left here = new Left(new ArrayList<>(List.of(variant)), step, textX, textY, right, colour);
    left.stream().filter(other -> other.meets(here)).findFirst()
        .ifPresentOrElse(other -> other.variants().add(variant), () -> left.add(here));
  }

  /** Captions of exits, joined per place; called after all variants were drawn. */
  void sayWhoLeft() {
    List<double[]> said = new ArrayList<>();
    for (Left one : left) {
      double y = one.y();
      while (overlaps(said, one.x(), y)) {
        y += y > place.y() + place.height() / 2 ? -LINE : LINE;
      }
      said.add(new double[] {one.x(), y});
      g.setTextAlign(one.right() ? TextAlignment.RIGHT : TextAlignment.LEFT);
      String letters = one.variants().stream().map(VariantTexts::letter).collect(Collectors.joining(lang.say("landscape.list")));
      Color colour = one.variants().size() > 1 ? palette.color(Token.FG) : one.colour();
      words(lang.say("landscape.map.left", letters, one.step()), one.x(), y, colour);
    }
  }

  private static boolean overlaps(List<double[]> said, double x, double y) {
    return said.stream().anyMatch(other -> Math.abs(other[0] - x) < CAPTION_WIDTH && Math.abs(other[1] - y) < LINE);
  }

  /** Parameter of the intersection with an edge. */
  private static double edge(double at, double way, double from, double length) {
    return way == 0 ? Double.POSITIVE_INFINITY : ((way > 0 ? from + length : from) - at) / way;
  }

  /** Letters of the variants at the current step, side by side where they meet; hollow at the edge while outside the picture. */
  void letters(List<DrawnTrail> trails, long step) {
    letters(trails, step, (variant, at) -> place.contains(place.px(trails.get(variant).xs()[at]), place.py(trails.get(variant).ys()[at])));
  }

  /** @param within whether a variant is in the picture at an index */
  void letters(List<DrawnTrail> trails, long step, BiPredicate<Integer, Integer> within) {
    double[][] at = new double[trails.size()][];
    for (int variant = 0; variant < at.length; variant++) {
      DrawnTrail trail = trails.get(variant);
      if (trail.placed() && !trail.gone(step)) {
        int now = trail.placeAt(step);
        at[variant] = new double[] {nearest(place.px(trail.xs()[now]), place.x(), place.width()),
            nearest(place.py(trail.ys()[now]), place.y(), place.height())};
      }
    }
    double[][] letters = new LabelPlacement(place.x() + LETTER, place.y() + LETTER, place.x() + place.width() - LETTER,
        place.y() + place.height() - LETTER, taken).of(at);
    for (int variant = 0; variant < at.length; variant++) {
      if (at[variant] != null && letters[variant] != at[variant]) {
        leader(at[variant], letters[variant], VariantColour.of(palette, variant));
      }
    }
    for (int variant = trails.size() - 1; variant >= 0; variant--) {
      if (at[variant] != null) {
        taken.add(letters[variant]);
        letter(variant, letters[variant][0], letters[variant][1], within.test(variant, trails.get(variant).placeAt(step)));
      }
    }
  }

  /** Clamps so that a letter is fully visible. */
  private static double nearest(double at, double from, double length) {
    return Math.max(from + LETTER, Math.min(from + length - LETTER, at));
  }

  /** Leader line from a variant to its letter. */
  private void leader(double[] from, double[] to, Color colour) {
    for (double wider : new double[] {HALO, 0}) {
      g.setStroke(wider > 0 ? palette.color(Token.BG) : colour);
      g.setLineWidth(THIN + wider);
      g.strokeLine(from[0], from[1], to[0], to[1]);
    }
    g.setFill(palette.color(Token.BG));
    g.fillOval(from[0] - DOT, from[1] - DOT, 2 * DOT, 2 * DOT);
    g.setFill(colour);
    g.fillOval(from[0] - DOT + 1, from[1] - DOT + 1, 2 * DOT - 2, 2 * DOT - 2);
  }

  private void letter(int variant, double x, double y, boolean within) {
    Color colour = VariantColour.of(palette, variant);
    Color ground = palette.color(Token.BG);
    g.setLineWidth(2);
    g.setFill(within ? colour : ground);
    g.setStroke(within ? ground : colour);
    g.fillOval(x - LETTER, y - LETTER, 2 * LETTER, 2 * LETTER);
    g.strokeOval(x - LETTER, y - LETTER, 2 * LETTER, 2 * LETTER);
    g.setFill(within ? palette.textOn(colour) : colour);
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    Painting.write(g, VariantTexts.letter(variant), x, y);
  }

  /** Common start. @param said caption where there is room; drawn after the letters */
  void start(double x, double y, String said) {
    double px = place.px(x);
    double py = place.py(y);
    if (taken.stream().noneMatch(letter -> Math.hypot(letter[0] - px, letter[1] - py) < 2)) {
      g.setLineWidth(2);
      g.setFill(palette.color(Token.BG));
      g.setStroke(palette.color(Token.FG));
      g.fillOval(px - 6, py - 6, 12, 12);
      g.strokeOval(px - 6, py - 6, 12, 12);
    }
    if (said.isEmpty()) {
      return;
    }
    double width = WORD * said.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
    double[] best = null;
    long least = Long.MAX_VALUE;
    for (double up : new double[] {-20, 20}) {
      for (int side : new int[] {1, -1}) {
        double from = side > 0 ? px + 8 : px - 8 - width;
        double at = py + up;
        boolean fits = from > place.x() && from + width < place.x() + place.width() && at > place.y() + BACK
            && at < place.y() + place.height() - BACK;
        boolean free = taken.stream().noneMatch(letter -> letter[0] > from - LETTER && letter[0] < from + width + LETTER
            && Math.abs(letter[1] - at) < LETTER + BACK);
        long covered = walked.stream().filter(step -> step[0] > from && step[0] < from + width && Math.abs(step[1] - at) < BACK).count();
        if (fits && free && covered < least) {
          least = covered;
          best = new double[] {from, at};
        }
      }
    }
    if (best != null) {
      g.setTextAlign(TextAlignment.LEFT);
      words(said, best[0], best[1], palette.color(Token.FG));
    }
  }

  void point(double x, double y) {
    double px = place.px(x);
    double py = place.py(y);
    for (double width : new double[] {5, 2}) {
      g.setLineWidth(width);
      g.setStroke(palette.color(width > 2 ? Token.BG : Token.ACCENT));
      g.strokeOval(px - 7, py - 7, 14, 14);
      g.strokeLine(px - 12, py, px - 3, py);
      g.strokeLine(px + 3, py, px + 12, py);
      g.strokeLine(px, py - 12, px, py - 3);
      g.strokeLine(px, py + 3, px, py + 12);
    }
  }

  /** A minimum of the surface. */
  void minimum(double x, double y) {
    double px = place.px(x);
    double py = place.py(y);
    Color ground = palette.color(Token.BG);
    for (double width : new double[] {4, 1.5}) {
      g.setLineWidth(width);
      g.setStroke(width > 2 ? ground : palette.color(Token.FG));
      g.strokeLine(px - 5, py, px + 5, py);
      g.strokeLine(px, py - 5, px, py + 5);
    }
  }

  private void words(String said, double x, double y, Color colour) {
    g.setTextBaseline(VPos.CENTER);
    g.setLineWidth(3);
    g.setStroke(palette.color(Token.BG));
    g.strokeText(said, x, y);
    g.setFill(colour);
    Painting.write(g, said, x, y);
  }
}
