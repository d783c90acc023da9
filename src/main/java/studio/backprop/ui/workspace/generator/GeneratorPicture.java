package studio.backprop.ui.workspace.generator;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import studio.backprop.generative.DiscriminatorRoute;
import studio.backprop.generative.GeneratorView;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.GeneratorModel;
import studio.backprop.ui.workspace.run.LatentGridImage;

/**
 * Real and generated examples with the discriminator's output: points on a plane coloured by D with arrows −∂L/∂x, or image walls with
 * borders coloured by D.
 */
public final class GeneratorPicture extends Region {
  private static final int DIGITS = 3;
  private static final double PAD = 5;
  /** Baseline within a line, as a fraction. */
  private static final double BASE = 0.72;
  /** Height of a label over the picture, in font sizes. */
  private static final double LABEL = 1.5;

  private final GeneratorModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final PointPlane plane = new PointPlane();
  private final ImageWalls walls = new ImageWalls();
  private final GeneratorLegend legend;
  private GeneratorView seen;
  private LatentGridImage bent;
  private OptionalInt point = OptionalInt.empty();
  private Optional<DiscriminatorRoute> route = Optional.empty();
  /** Scale of text and points, where the picture is displayed smaller. */
  private double larger = 1;

  public GeneratorPicture(GeneratorModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.legend = new GeneratorLegend(lang);
    setMinSize(0, 0);
    getChildren().add(painting);
    painting.setOnMouseMoved(this::look);
    painting.setOnMouseClicked(this::ask);
    painting.setOnMouseExited(away -> model.pointProperty().set(OptionalInt.empty()));
    theme.paletteProperty().subscribe(palette -> redraw());
  }

  public void showLetters(double px) {
    double wanted = px / GeneratorLegend.FONT;
    if (wanted != larger) {
      larger = wanted;
      redraw();
    }
  }

  /** Shows the newest result, if it has changed. */
  public void refresh() {
    if (seen != model.lookProperty().get() || bent != model.bentProperty().get() || !point.equals(model.pointProperty().get())
        || route != model.routeProperty().get()) {
      redraw();
    }
  }

  public void redraw() {
    seen = model.lookProperty().get();
    point = model.pointProperty().get();
    bent = model.bentProperty().get();
    route = model.routeProperty().get();
    painting.setAccessibleText(seen == null ? "" : spoken());
    painting.repaint();
  }

  private String spoken() {
    String means = lang.say("generator.spoken", lang.numbers().significant(seen.meanReal(), 2),
        lang.numbers().significant(seen.meanGenerated(), 2));
    int outside = seen.outside();
    return outside == 0 ? means : means + " " + lang.say("generator.outside", outside, seen.points());
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
    legend.scale(larger);
    if (isPlane()) {
      plane(g, palette, width, height);
    } else {
      walls.paint(g, palette, seen, width, Math.max(1, height - legend.height()), larger);
      point.ifPresent(at -> walls.frame(g, palette, at));
      route.ifPresent(found -> walls.placeOf(seen, found.example()).ifPresent(
          at -> asked(g, palette, 0, width, at[0], at[1], found.said())));
      legend.under(g, palette, seen, walls.bottom(), width, 1, walls.left(true), walls.left(false));
    }
  }

  private boolean isPlane() {
    return seen.plane().length > 0;
  }

  /** The legend is placed where it leaves more room: beside or below the plane. */
  private void plane(GraphicsContext g, Palette palette, double width, double height) {
    double column = legend.width(seen);
    double besideIt = Math.min(width - column, height);
    double overIt = Math.min(width, height - legend.height());
    boolean beside = besideIt >= Math.max(overIt, legend.least());
    double side = Math.max(1, beside ? besideIt : overIt);
    double left = (width - side - (beside ? column : 0)) / 2;
    plane.place(seen, left, side, larger);
    plane.ground(g, palette);
    if (bent != null && model.bendsProperty().get()) {
      plane.bend(g, palette, bent);
    }
    plane.points(g, palette);
    outside(g, palette, left, side);
    if (bent != null && model.chosenProperty().get().isPresent()) {
      plane.chosen(g, palette, bent.chosen());
    }
    point.ifPresent(at -> plane.pointed(g, palette, at, lang.numbers()));
    route.ifPresent(found -> asked(g, palette, left, side, plane.x(found.example()[0]), plane.y(found.example()[1]), found.said()));
    if (beside) {
      legend.beside(g, palette, seen, left + side, side, PointPlane.PALE);
    } else {
      legend.under(g, palette, seen, side, width, PointPlane.PALE);
    }
  }

  /** Number of generated points outside, if any: else it is unclear whether the arrows at the edge are few or most. */
  private void outside(GraphicsContext g, Palette palette, double left, double side) {
    int outside = seen.outside();
    if (outside == 0) {
      return;
    }
    g.setFont(legend.font());
    String whole = lang.say("generator.outside", outside, seen.points());
    String words = Fonts.width(whole, g.getFont()) + 4 * PAD * larger <= side ? whole : lang.say("generator.outside.short", outside);
    double wide = Fonts.width(words, g.getFont()) + 2 * PAD * larger;
    double inset = 2 * PointPlane.DOT * larger;
    said(g, palette, words, left + (side - wide) / 2, side - LABEL * GeneratorLegend.FONT * larger - inset);
  }

  /** The example traced through the discriminator, with its output. */
  private void asked(GraphicsContext g, Palette palette, double left, double side, double x, double y, double said) {
    double radius = 3 * PointPlane.DOT * larger;
    g.setStroke(palette.color(Token.ACCENT));
    g.setLineWidth(2 * larger);
    g.strokeLine(x - 2 * radius, y, x - radius, y);
    g.strokeLine(x + radius, y, x + 2 * radius, y);
    g.strokeLine(x, y - 2 * radius, x, y - radius);
    g.strokeLine(x, y + radius, x, y + 2 * radius);
    g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    g.setFont(legend.font());
    String words = lang.say("generator.asked", lang.numbers().significant(said, DIGITS));
    double wide = Fonts.width(words, g.getFont()) + 2 * PAD * larger;
    double high = LABEL * GeneratorLegend.FONT * larger;
    double from = Math.max(left, Math.min(left + side - wide, x - wide / 2));
    said(g, palette, words, from, y - 2 * radius - high > 0 ? y - 2 * radius - high : y + 2 * radius);
  }

  private void said(GraphicsContext g, Palette palette, String words, double x, double y) {
    double high = LABEL * GeneratorLegend.FONT * larger;
    g.setFill(palette.color(Token.BG));
    g.fillRoundRect(x, y, Fonts.width(words, g.getFont()) + 2 * PAD * larger, high, high / 2, high / 2);
    g.setFill(palette.color(Token.FG));
    Painting.write(g, words, x + PAD * larger, y + high * BASE);
  }

  private void look(MouseEvent at) {
    if (seen == null) {
      return;
    }
    model.pointProperty().set(isPlane() ? plane.pointAt(at.getX(), at.getY()) : walls.imageAt(seen, at.getX(), at.getY(), true));
    redraw();
  }

  /** A click traces the point through the discriminator; a second one ends that. */
  private void ask(MouseEvent at) {
    if (seen == null || !at.isStillSincePress() || at.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (at.getClickCount() > 1) {
      model.letGo();
    } else if (isPlane()) {
      if (plane.contains(at.getX(), at.getY())) {
        model.ask(plane.valueAt(at.getX(), at.getY()));
      }
    } else {
      askForImage(at);
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
