package studio.backprop.ui.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import studio.backprop.train.judge.GeneratorView;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Token;

/** Two walls of images: at the left generated ones, at the right real ones, each with a border coloured by the discriminator. */
final class ImageWalls {
  private static final double BORDER = 1.5;
  private static final double GAP = 12;
  private static final int ACROSS = 4;
  private static final int DOWN = 8;

  private double cell = 1;
  private double start;
  private double larger = 1;

  /** @param scale so many times as wide are the borders */
  void paint(GraphicsContext g, Palette palette, GeneratorView seen, double width, double height, double scale) {
    larger = scale;
    cell = Math.max(2, Math.min((width - GAP) / (2 * ACROSS), height / DOWN));
    start = Math.max(0, (width - GAP - 2 * ACROSS * cell) / 2);
    wall(g, palette, seen, seen.generated(), seen.said(), true);
    wall(g, palette, seen, seen.real(), seen.saidReal(), false);
  }

  /** Where both end. */
  double bottom() {
    return DOWN * cell;
  }

  /** Where a wall begins. */
  double left(boolean generated) {
    return start + (generated ? 0 : ACROSS * cell + GAP);
  }

  private void wall(GraphicsContext g, Palette palette, GeneratorView seen, float[] images, float[] said, boolean generated) {
    int edge = (int) Math.round(Math.sqrt(seen.numbers()));
    if (edge * edge != seen.numbers()) {
      return;
    }
    float most = 1e-6f;
    for (int i = 0; i < Math.min(images.length, ACROSS * DOWN * seen.numbers()); i++) {
      most = Math.max(most, images[i]);
    }
    Raster image = new Raster(edge * ACROSS, edge * DOWN);
    Color ink = palette.color(Token.FG);
    Color paper = palette.color(Token.BG);
    for (int i = 0; i < Math.min(said.length, ACROSS * DOWN); i++) {
      for (int at = 0; at < seen.numbers(); at++) {
        Color mixed = paper.interpolate(ink, Math.max(0, Math.min(1, images[i * seen.numbers() + at] / most)));
        image.set(i % ACROSS * edge + at % edge, i / ACROSS * edge + at / edge, argb(mixed));
      }
    }
    image.update();
    g.setImageSmoothing(false);
    double border = BORDER * larger;
    for (int i = 0; i < Math.min(said.length, ACROSS * DOWN); i++) {
      double x = left(generated) + i % ACROSS * cell;
      double y = i / ACROSS * cell;
      g.setFill(palette.signed().color(Math.max(-1, Math.min(1, 2 * said[i] - 1))));
      g.fillRect(x, y, cell - 1, cell - 1);
      double inner = cell - 1 - 2 * border;
      image.paint(g, i % ACROSS * edge, i / ACROSS * edge, edge, edge, x + border, y + border, inner, inner);
    }
  }

  private static int argb(Color color) {
    return 0xFF000000 | (int) (color.getRed() * 255) << 16 | (int) (color.getGreen() * 255) << 8 | (int) (color.getBlue() * 255);
  }

  /** Frames a generated image. */
  void frame(GraphicsContext g, Palette palette, int image) {
    g.setStroke(palette.color(Token.ACCENT));
    g.setLineWidth(2 * larger);
    g.strokeRect(left(true) + image % ACROSS * cell, image / ACROSS * cell, cell - 1, cell - 1);
  }

  /** The image at a place, among the generated or the real ones; empty where none is. */
  OptionalInt imageAt(GeneratorView seen, double x, double y, boolean generated) {
    double across = (x - left(generated)) / cell;
    int at = (int) across + ACROSS * (int) (y / cell);
    boolean within = across >= 0 && across < ACROSS && y >= 0 && at < Math.min(seen.points(), ACROSS * DOWN);
    return within ? OptionalInt.of(at) : OptionalInt.empty();
  }

  /** Where the middle of an image is that is shown now; empty where it is another one by now. */
  Optional<double[]> placeOf(GeneratorView seen, float[] image) {
    for (boolean generated : new boolean[] {true, false}) {
      float[] images = generated ? seen.generated() : seen.real();
      int width = seen.numbers();
      for (int at = 0; at < Math.min(seen.points(), ACROSS * DOWN); at++) {
        if (Arrays.equals(images, at * width, (at + 1) * width, image, 0, width)) {
          return Optional.of(new double[] {left(generated) + (at % ACROSS + 0.5) * cell, (at / ACROSS + 0.5) * cell});
        }
      }
    }
    return Optional.empty();
  }
}
