package studio.backprop.ui.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import studio.backprop.train.judge.DiscriminatorRoute;
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
  private static final double LEGEND = 20;
  private static final double FONT = 12;
  private static final double DOT = 2;
  private static final double HEAD = 3.5;
  /** The longest arrow, as a share of the plane. */
  private static final double LONGEST = 0.13;
  /** So near, in pixels, does the mouse point at a point. */
  private static final double NEAR = 12;
  private static final int DIGITS = 3;
  private static final double PAD = 5;
  /** Where letters stand in their line. */
  private static final double BASE = 0.72;

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
  /** So many times as large are letters and points, where all of it is seen smaller. */
  private double larger = 1;
  private final ImageWalls walls = new ImageWalls();
  private Optional<DiscriminatorRoute> route = Optional.empty();

  public GeneratorPicture(GeneratorModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    setMinSize(0, 0);
    getChildren().add(painting);
    painting.setOnMouseMoved(this::look);
    painting.setOnMouseClicked(this::ask);
    painting.setOnMouseExited(away -> model.pointProperty().set(OptionalInt.empty()));
    theme.paletteProperty().subscribe(palette -> redraw());
  }

  /** @param px the size of its letters, in its own px */
  public void showLetters(double px) {
    double wanted = px / FONT;
    if (wanted != larger) {
      larger = wanted;
      redraw();
    }
  }

  /** Shows the newest answer, if it is another one. */
  public void refresh() {
    if (seen != model.lookProperty().get() || bent != model.bentProperty().get() || !point.equals(model.pointProperty().get())
        || route != model.routeProperty().get()) {
      redraw();
    }
  }

  /** Paints everything anew. */
  public void redraw() {
    seen = model.lookProperty().get();
    point = model.pointProperty().get();
    bent = model.bentProperty().get();
    route = model.routeProperty().get();
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
    side = Math.max(1, Math.min(width, height - LEGEND * larger));
    left = (width - side) / 2;
    if (seen.plane().length > 0) {
      plane(g, palette);
      legend(g, palette, width, true);
    } else {
      walls.paint(g, palette, seen, width, height - LEGEND * larger, larger);
      point.ifPresent(at -> walls.frame(g, palette, at));
      route.ifPresent(found -> walls.placeOf(seen, found.example()).ifPresent(at -> asked(g, palette, at[0], at[1], found.said())));
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
      dot(g, x(seen.real()[2 * i]), y(seen.real()[2 * i + 1]), DOT * larger);
    }
    double most = 1e-12;
    for (int i = 0; i < seen.points(); i++) {
      most = Math.max(most, length(i));
    }
    for (int i = 0; i < seen.points(); i++) {
      arrow(g, i, Math.sqrt(length(i) / most) * LONGEST * side, palette.color(Token.FG));
      g.setFill(palette.color(Token.TIME));
      dot(g, x(seen.generated()[2 * i]), y(seen.generated()[2 * i + 1]), DOT * larger);
    }
    if (bent != null && model.chosenProperty().get().isPresent()) {
      double radius = 2 * DOT * larger;
      g.setFill(palette.color(Token.ACCENT));
      dot(g, x(bent.chosen()[0]), y(bent.chosen()[1]), radius);
    }
    point.ifPresent(chosen -> {
      g.setStroke(palette.color(Token.ACCENT));
      g.setLineWidth(2);
      double radius = 3 * DOT * larger;
      g.strokeOval(x(seen.generated()[2 * chosen]) - radius, y(seen.generated()[2 * chosen + 1]) - radius, 2 * radius, 2 * radius);
      nearest(g, palette, seen.nearestMode(chosen));
    });
    route.ifPresent(found -> asked(g, palette, x(found.example()[0]), y(found.example()[1]), found.said()));
  }

  /** The example whose route through the discriminator is shown, with what that makes of it. */
  private void asked(GraphicsContext g, Palette palette, double x, double y, double said) {
    double radius = 3 * DOT * larger;
    g.setStroke(palette.color(Token.ACCENT));
    g.setLineWidth(2 * larger);
    g.strokeLine(x - 2 * radius, y, x - radius, y);
    g.strokeLine(x + radius, y, x + 2 * radius, y);
    g.strokeLine(x, y - 2 * radius, x, y - radius);
    g.strokeLine(x, y + radius, x, y + 2 * radius);
    g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    g.setFont(Font.font(Fonts.FAMILY, FONT * larger));
    String words = lang.say("generator.asked", lang.numbers().significant(said, DIGITS));
    double wide = Fonts.width(words, g.getFont()) + 2 * PAD * larger;
    double high = 1.5 * FONT * larger;
    double from = Math.max(left, Math.min(left + side - wide, x - wide / 2));
    double over = y - 2 * radius - high > 0 ? y - 2 * radius - high : y + 2 * radius;
    g.setFill(palette.color(Token.BG));
    g.fillRoundRect(from, over, wide, high, high / 2, high / 2);
    g.setFill(palette.color(Token.FG));
    Painting.write(g, words, from + PAD * larger, over + high * BASE);
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
      g.setFont(Font.font(Fonts.FAMILY, FONT * larger));
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
    g.setLineWidth(larger);
    g.strokeLine(x, y, endX, endY);
    g.setFill(color);
    double head = HEAD * larger;
    g.fillPolygon(new double[] {endX + across * head, endX - up * head / 2, endX + up * head / 2},
        new double[] {endY - up * head, endY - across * head / 2, endY + across * head / 2}, 3);
  }

  // --- what is what

  private void legend(GraphicsContext g, Palette palette, double width, boolean points) {
    g.setFont(Font.font(Fonts.FAMILY, FONT * larger));
    double y = Math.min(getHeight(), (points ? side : walls.bottom()) + LEGEND * larger) - 5 * larger;
    if (!points) {
      g.setFill(palette.color(Token.MUT));
      String all = lang.say("generator.walls");
      if (Fonts.width(all, g.getFont()) <= width) {
        Painting.write(g, all, 0, y);
      } else {
        String left = lang.say("generator.generated");
        String right = lang.say("generator.real");
        Painting.write(g, left, walls.left(true), y);
        double beside = walls.left(true) + Fonts.width(left + "  ", g.getFont());
        double x = Math.max(walls.left(false), beside);
        if (x + Fonts.width(right, g.getFont()) <= width) {
          Painting.write(g, right, x, y);
        }
      }
      return;
    }
    double x = 0;
    double sign = 10 * larger;
    String[] words = {lang.say("generator.real"), lang.say("generator.generated"), lang.say("generator.pull")};
    for (int i = 0; i < words.length; i++) {
      double end = x + sign + Fonts.width(words[i], g.getFont());
      if (end > width) {
        return; // half a word helps nobody
      }
      g.setFill(palette.color(i == 1 ? Token.TIME : Token.FG));
      if (i < 2) {
        double wide = (2 * DOT + 1) * larger;
        g.fillOval(x, y - 6 * larger, wide, wide);
      } else {
        Painting.write(g, "→", x - 2, y, width - x);
      }
      g.setFill(palette.color(Token.MUT));
      Painting.write(g, words[i], x + sign, y);
      x = end + 7 * larger;
    }
  }

  private void look(MouseEvent at) {
    if (seen == null) {
      return;
    }
    model.pointProperty().set(seen.plane().length > 0 ? pointAt(at) : walls.imageAt(seen, at.getX(), at.getY(), true));
    redraw();
  }

  /** The generated point that is nearest to the mouse. */
  private OptionalInt pointAt(MouseEvent at) {
    int nearest = -1;
    double least = NEAR * larger;
    for (int i = 0; i < seen.points(); i++) {
      double distance = Math.hypot(x(seen.generated()[2 * i]) - at.getX(), y(seen.generated()[2 * i + 1]) - at.getY());
      nearest = distance < least ? i : nearest;
      least = Math.min(least, distance);
    }
    return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
  }

  /** A click shows what the discriminator makes of the place; a second click lets go of it. */
  private void ask(MouseEvent at) {
    if (seen == null || !at.isStillSincePress() || at.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (at.getClickCount() > 1) {
      model.letGo();
    } else if (seen.plane().length > 0) {
      askForPlace(at);
    } else {
      askForImage(at);
    }
  }

  private void askForPlace(MouseEvent at) {
    double across = (at.getX() - left) / side; // of the whole plane
    double down = at.getY() / side;
    if (across >= 0 && across <= 1 && down <= 1) {
      model.ask(new float[] {(float) (seen.low()[0] + across * (seen.high()[0] - seen.low()[0])),
          (float) (seen.high()[1] - down * (seen.high()[1] - seen.low()[1]))});
    }
  }

  private void askForImage(MouseEvent at) {
    for (boolean generated : new boolean[] {true, false}) {
      walls.imageAt(seen, at.getX(), at.getY(), generated).ifPresent(image -> {
        float[] images = generated ? seen.generated() : seen.real();
        model.ask(Arrays.copyOfRange(images, image * seen.numbers(), (image + 1) * seen.numbers()));
      });
    }
  }
}
