package studio.backprop.ui.workspace.generator;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import studio.backprop.generative.GeneratorView;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Token;

/** Two image walls: generated left, real right, with borders coloured by D. */
final class ImageWalls {
  private static final double BORDER = 1.5;
  private static final double GAP = 12;
  /** Minimum size of an image in px, where fewer images permit it. */
  private static final double LEAST = 24;
  /** Grid sizes, as [columns, rows]. */
  private static final int[][] WALLS = {{4, 8}, {4, 6}, {4, 5}, {4, 4}, {3, 5}, {3, 4}, {3, 3}};

  private int across = WALLS[0][0];
  private int down = WALLS[0][1];
  private double cell = 1;
  private double start;
  private double larger = 1;

  /** @param scale width of the borders relative to the default */
  void paint(GraphicsContext g, Palette palette, GeneratorView seen, double width, double height, double scale) {
    larger = scale;
    build(width, height);
    start = Math.max(0, (width - GAP - 2 * across * cell) / 2);
    wall(g, palette, seen, seen.generated(), seen.said(), true);
    wall(g, palette, seen, seen.real(), seen.saidReal(), false);
  }

  /** As many images as reach the minimum size, or the grid with the largest images. */
  private void build(double width, double height) {
    cell = 0;
    for (int[] wall : WALLS) {
      double wide = Math.min((width - GAP) / (2 * wall[0]), height / wall[1]);
      if (wide > cell && cell < LEAST * larger) {
        cell = wide;
        across = wall[0];
        down = wall[1];
      }
    }
    cell = Math.max(2, cell);
  }

  private int shown(int count) {
    return Math.min(count, across * down);
  }

  /** Lower edge of both. */
  double bottom() {
    return down * cell;
  }

  double left(boolean generated) {
    return start + (generated ? 0 : across * cell + GAP);
  }

  private void wall(GraphicsContext g, Palette palette, GeneratorView seen, float[] images, float[] said, boolean generated) {
    int edge = (int) Math.round(Math.sqrt(seen.numbers()));
    if (edge * edge != seen.numbers()) {
      return;
    }
    float most = 1e-6f;
    for (int i = 0; i < shown(said.length) * seen.numbers(); i++) {
      most = Math.max(most, images[i]);
    }
    Raster image = new Raster(edge * across, edge * down);
    Color ink = palette.color(Token.FG);
    Color paper = palette.color(Token.BG);
    for (int i = 0; i < shown(said.length); i++) {
      for (int at = 0; at < seen.numbers(); at++) {
        Color mixed = paper.interpolate(ink, Math.max(0, Math.min(1, images[i * seen.numbers() + at] / most)));
        image.set(i % across * edge + at % edge, i / across * edge + at / edge, argb(mixed));
      }
    }
    image.update();
    g.setImageSmoothing(false);
    double border = BORDER * larger;
    for (int i = 0; i < shown(said.length); i++) {
      double x = left(generated) + i % across * cell;
      double y = i / across * cell;
      g.setFill(palette.signed().color(Math.max(-1, Math.min(1, 2 * said[i] - 1))));
      g.fillRect(x, y, cell - 1, cell - 1);
      double inner = cell - 1 - 2 * border;
      image.paint(g, i % across * edge, i / across * edge, edge, edge, x + border, y + border, inner, inner);
    }
  }

  private static int argb(Color color) {
    return 0xFF000000 | (int) (color.getRed() * 255) << 16 | (int) (color.getGreen() * 255) << 8 | (int) (color.getBlue() * 255);
  }

  void frame(GraphicsContext g, Palette palette, int image) {
    if (image >= across * down) {
      return;
    }
    g.setStroke(palette.color(Token.ACCENT));
    g.setLineWidth(2 * larger);
    g.strokeRect(left(true) + image % across * cell, image / across * cell, cell - 1, cell - 1);
  }

  /** Index of the image at a point among the generated or the real ones. */
  OptionalInt imageAt(GeneratorView seen, double x, double y, boolean generated) {
    double column = (x - left(generated)) / cell;
    int at = (int) column + across * (int) (y / cell);
    boolean within = column >= 0 && column < across && y >= 0 && at < shown(seen.points());
    return within ? OptionalInt.of(at) : OptionalInt.empty();
  }

  /** Centre of an image; empty if it is no longer displayed. */
  Optional<double[]> placeOf(GeneratorView seen, float[] image) {
    for (boolean generated : new boolean[] {true, false}) {
      float[] images = generated ? seen.generated() : seen.real();
      int width = seen.numbers();
      for (int at = 0; at < shown(seen.points()); at++) {
        if (Arrays.equals(images, at * width, (at + 1) * width, image, 0, width)) {
          return Optional.of(new double[] {left(generated) + (at % across + 0.5) * cell, (at / across + 0.5) * cell});
        }
      }
    }
    return Optional.empty();
  }
}
