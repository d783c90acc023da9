package studio.backprop.ui.compare.landscape;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Line of a trajectory: thick up to the current step, thin after it, thinner where it oscillates. */
final class TrailLine {
  /** Line widths of oscillations: up to the current step, and after it. */
  private static final double DENSE = 1;
  private static final double DENSE_THIN = 0.6;
  /** Reversals nearer than this, in px, count as oscillation, where thick lines would merge. */
  private static final double CROWDED = 9;

  private final GraphicsContext g;
  private final Palette palette;

  TrailLine(GraphicsContext g, Palette palette) {
    this.g = g;
    this.palette = palette;
  }

  /** Drawing of a run of segments. */
  private interface Part {
    void draw(int from, int to);
  }

  /** @param at index of the current step */
  void draw(double[] xs, double[] ys, int at, Color colour) {
    boolean[] dense = dense(xs, ys);
    int last = xs.length - 1;
    g.setLineDashes();
    StrokeLineJoin before = g.getLineJoin();
    g.setLineJoin(StrokeLineJoin.ROUND); // the spikes of mitred turns would fill a zigzag, too
    Color ground = palette.color(Token.BG);
    Color halo = new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), TrailPainter.HALO_OPACITY);
    parts(dense, 0, at, (from, to) -> line(xs, ys, from, to, TrailPainter.THICK + TrailPainter.HALO, halo), (from, to) -> {});
    parts(dense, at, last, (from, to) -> line(xs, ys, from, to, TrailPainter.THIN + TrailPainter.HALO, halo), (from, to) -> {});
    parts(dense, 0, at, (from, to) -> line(xs, ys, from, to, TrailPainter.THICK, colour),
        (from, to) -> line(xs, ys, from, to, DENSE, colour));
    parts(dense, at, last, (from, to) -> line(xs, ys, from, to, TrailPainter.THIN, colour),
        (from, to) -> line(xs, ys, from, to, DENSE_THIN, colour));
    g.setLineJoin(before);
  }

  /** Which segments oscillate within a narrow band. @return by index of the first point */
  static boolean[] dense(double[] xs, double[] ys) {
    boolean[] dense = new boolean[xs.length];
    for (int i = 1; i + 1 < xs.length; i++) {
      double leap = Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
      double gained = Math.hypot(xs[i + 1] - xs[i - 1], ys[i + 1] - ys[i - 1]);
      if (gained < CROWDED && gained < leap / 2) {
        dense[i - 1] = true;
        dense[i] = true;
      }
    }
    return dense;
  }

  private static void parts(boolean[] dense, int from, int to, Part calm, Part crowded) {
    for (int first = from; first < to; ) {
      int last = first + 1;
      while (last < to && dense[last] == dense[first]) {
        last++;
      }
      (dense[first] ? crowded : calm).draw(first, last);
      first = last;
    }
  }

  private void line(double[] xs, double[] ys, int from, int to, double width, Color colour) {
    g.setStroke(colour);
    g.setLineWidth(width);
    g.strokePolyline(Arrays.copyOfRange(xs, from, to + 1), Arrays.copyOfRange(ys, from, to + 1), to - from + 1);
  }
}
