package studio.backprop.ui.run;

import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import studio.backprop.train.judge.GeneratorView;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/**
 * Real and generated examples, and what the discriminator takes them for: points of a plane that is coloured by D, each generated one with
 * the arrow −∂L/∂x that moves the generator; or walls of images, each with a border coloured by D.
 */
public final class GeneratorPicture extends Region {
  private static final double PALE = 0.8;
  private static final double LEGEND = 18;
  private static final double FONT = 11;
  private static final double DOT = 2;
  private static final double HEAD = 3.5;
  /** The longest arrow, as a share of the plane. */
  private static final double LONGEST = 0.13;
  private static final double BORDER = 1.5;
  private static final double GAP = 12;
  private static final int ACROSS = 4;
  private static final int DOWN = 8;
  /** So near, in pixels, does the mouse point at a point. */
  private static final double NEAR = 12;

  private final GeneratorModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private Raster raster = new Raster(1, 1);
  private GeneratorView seen;
  private BentSquare bent;
  private OptionalInt point = OptionalInt.empty();
  private double side;
  private double left;

  public GeneratorPicture(GeneratorModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    setMinSize(0, 0);
    getChildren().add(painting);
    painting.setOnMouseMoved(this::look);
    painting.setOnMouseExited(away -> model.pointProperty().set(OptionalInt.empty()));
    theme.paletteProperty().subscribe(palette -> redraw());
  }

  /** Shows the newest answer, if it is another one. */
  public void refresh() {
    if (seen != model.lookProperty().get() || bent != model.bentProperty().get() || !point.equals(model.pointProperty().get())) {
      redraw();
    }
  }

  /** Paints everything anew. */
  public void redraw() {
    seen = model.lookProperty().get();
    point = model.pointProperty().get();
    bent = model.bentProperty().get();
    painting.setAccessibleText(seen == null ? "" : lang.say("generator.spoken", lang.numbers().significant(seen.meanReal(), 2),
        lang.numbers().significant(seen.meanGenerated(), 2)));
    painting.repaint();
  }

  @Override
  protected void layoutChildren() {
    painting.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (seen == null) {
      return;
    }
    Palette palette = theme.palette();
    side = Math.max(1, Math.min(width, height - LEGEND));
    left = (width - side) / 2;
    if (seen.plane().length > 0) {
      plane(g, palette);
      legend(g, palette, width, true);
    } else {
      walls(g, palette, width, height - LEGEND);
      legend(g, palette, width, false);
    }
  }

  // --- points of a plane

  private void plane(GraphicsContext g, Palette palette) {
    Scale scale = palette.signed();
    int cells = seen.side();
    raster = raster.width() == cells ? raster : new Raster(cells, cells);
    for (int i = 0; i < cells * cells; i++) {
      raster.set(i % cells, i / cells, scale.argb(PALE * Math.max(-1, Math.min(1, 2 * seen.plane()[i] - 1))));
    }
    raster.update();
    g.setImageSmoothing(true);
    raster.paint(g, 0, 0, cells, cells, left, 0, side, side);
    if (bent != null && model.bendsProperty().get()) {
      bend(g, palette);
    }
    g.setFill(palette.color(Token.FG));
    for (int i = 0; i < seen.points(); i++) {
      dot(g, x(seen.real()[2 * i]), y(seen.real()[2 * i + 1]), DOT);
    }
    double most = 1e-12;
    for (int i = 0; i < seen.points(); i++) {
      most = Math.max(most, length(i));
    }
    for (int i = 0; i < seen.points(); i++) {
      arrow(g, i, Math.sqrt(length(i) / most) * LONGEST * side, palette.color(Token.FG));
      g.setFill(palette.color(Token.TIME));
      dot(g, x(seen.generated()[2 * i]), y(seen.generated()[2 * i + 1]), DOT);
    }
    if (bent != null && model.chosenProperty().get().isPresent()) {
      double radius = 2 * DOT;
      g.setFill(palette.color(Token.ACCENT));
      dot(g, x(bent.chosen()[0]), y(bent.chosen()[1]), radius);
    }
    point.ifPresent(chosen -> {
      g.setStroke(palette.color(Token.ACCENT));
      g.setLineWidth(2);
      double radius = 3 * DOT;
      g.strokeOval(x(seen.generated()[2 * chosen]) - radius, y(seen.generated()[2 * chosen + 1]) - radius, 2 * radius, 2 * radius);
      nearest(g, palette, seen.nearestMode(chosen));
    });
  }

  /** The lines of the square of z where G brings them. */
  private void bend(GraphicsContext g, Palette palette) {
    g.save();
    g.beginPath();
    g.rect(left, 0, side, side);
    g.clip();
    g.setStroke(palette.color(Token.TIME));
    g.setLineWidth(0.8);
    int lines = BentSquare.SIDE;
    for (int line = 0; line < lines; line++) {
      double[][] across = new double[2][lines];
      double[][] up = new double[2][lines];
      for (int at = 0; at < lines; at++) {
        int row = 2 * (line * lines + at);
        int column = 2 * (at * lines + line);
        across[0][at] = x(bent.grid()[row]);
        across[1][at] = y(bent.grid()[row + 1]);
        up[0][at] = x(bent.grid()[column]);
        up[1][at] = y(bent.grid()[column + 1]);
      }
      g.strokePolyline(across[0], across[1], lines);
      g.strokePolyline(up[0], up[1], lines);
    }
    g.restore();
  }

  /** The mode that is nearest to the point at the mouse has its number beside it. */
  private void nearest(GraphicsContext g, Palette palette, int mode) {
    if (mode >= 0) {
      g.setFill(palette.color(Token.FG));
      g.setFont(Font.font(Fonts.FAMILY, FONT));
      Painting.write(g, lang.numbers().whole(mode + 1L), x(seen.modes()[2 * mode]) + 3 * DOT, y(seen.modes()[2 * mode + 1]) - 3 * DOT);
    }
  }

  private double length(int i) {
    return Math.hypot(seen.pull()[2 * i], seen.pull()[2 * i + 1]);
  }

  private double x(double value) {
    return left + side * (value - seen.low()[0]) / (seen.high()[0] - seen.low()[0]);
  }

  private double y(double value) {
    return side * (seen.high()[1] - value) / (seen.high()[1] - seen.low()[1]);
  }

  private void dot(GraphicsContext g, double x, double y, double radius) {
    if (x >= left && x <= left + side && y >= 0 && y <= side) {
      g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
  }

  /** Its length grows with the root, so that small ones are seen. */
  private void arrow(GraphicsContext g, int i, double reach, Color color) {
    double whole = length(i);
    double x = x(seen.generated()[2 * i]);
    double y = y(seen.generated()[2 * i + 1]);
    if (!(whole > 0) || x < left || x > left + side || y < 0 || y > side) {
      return;
    }
    double across = seen.pull()[2 * i] / whole;
    double up = seen.pull()[2 * i + 1] / whole;
    double endX = x + across * reach;
    double endY = y - up * reach;
    g.setStroke(color);
    g.setLineWidth(1);
    g.strokeLine(x, y, endX, endY);
    g.setFill(color);
    g.fillPolygon(new double[] {endX + across * HEAD, endX - up * HEAD / 2, endX + up * HEAD / 2},
        new double[] {endY - up * HEAD, endY - across * HEAD / 2, endY + across * HEAD / 2}, 3);
  }

  // --- images

  private void walls(GraphicsContext g, Palette palette, double width, double height) {
    double cell = Math.max(2, Math.min((width - GAP) / (2 * ACROSS), height / DOWN));
    double start = Math.max(0, (width - GAP - 2 * ACROSS * cell) / 2);
    wall(g, palette, seen.generated(), seen.said(), start, cell);
    wall(g, palette, seen.real(), seen.saidReal(), start + ACROSS * cell + GAP, cell);
  }

  private void wall(GraphicsContext g, Palette palette, float[] images, float[] said, double start, double cell) {
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
    for (int i = 0; i < Math.min(said.length, ACROSS * DOWN); i++) {
      double x = start + i % ACROSS * cell;
      double y = i / ACROSS * cell;
      g.setFill(palette.signed().color(Math.max(-1, Math.min(1, 2 * said[i] - 1))));
      g.fillRect(x, y, cell - 1, cell - 1);
      double inner = cell - 1 - 2 * BORDER;
      image.paint(g, i % ACROSS * edge, i / ACROSS * edge, edge, edge, x + BORDER, y + BORDER, inner, inner);
    }
  }

  private static int argb(Color color) {
    return 0xFF000000 | (int) (color.getRed() * 255) << 16 | (int) (color.getGreen() * 255) << 8 | (int) (color.getBlue() * 255);
  }

  // --- what is what

  private void legend(GraphicsContext g, Palette palette, double width, boolean points) {
    g.setFont(Font.font(Fonts.FAMILY, FONT));
    double y = getHeight() - 5;
    if (!points) {
      g.setFill(palette.color(Token.MUT));
      Painting.write(g, lang.say("generator.walls"), 0, y, width);
      return;
    }
    double x = 0;
    String[] words = {lang.say("generator.real"), lang.say("generator.generated"), lang.say("generator.pull")};
    for (int i = 0; i < words.length; i++) {
      g.setFill(palette.color(i == 1 ? Token.TIME : Token.FG));
      if (i < 2) {
        g.fillOval(x, y - 6, 2 * DOT + 1, 2 * DOT + 1);
      } else {
        Painting.write(g, "→", x - 2, y, width - x);
      }
      g.setFill(palette.color(Token.MUT));
      Painting.write(g, words[i], x + 10, y, Math.max(1, width - x - 10));
      x += 10 + Fonts.width(words[i], g.getFont()) + 7;
    }
  }

  private void look(MouseEvent at) {
    if (seen == null || seen.plane().length == 0) {
      return;
    }
    int nearest = -1;
    double least = NEAR;
    for (int i = 0; i < seen.points(); i++) {
      double distance = Math.hypot(x(seen.generated()[2 * i]) - at.getX(), y(seen.generated()[2 * i + 1]) - at.getY());
      nearest = distance < least ? i : nearest;
      least = Math.min(least, distance);
    }
    model.pointProperty().set(nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest));
    redraw();
  }
}
