package studio.backprop.ui.judge.evaluate;

import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import studio.backprop.evaluate.RegressionEvaluation;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Scatter plot of a regression: predicted against true values, or residuals against predictions. A click selects the example. */
final class NumbersPlot extends StackPane {
  /** Maximum number of points drawn. */
  private static final int MOST = 2000;
  private static final double POINT = 5;
  private static final double NEAR = 12;
  private static final double PALE = 0.55;

  private final boolean residuals;
  private final Lang lang;
  private final ThemeModel theme;
  private final IntConsumer choose;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private RegressionEvaluation shown = new RegressionEvaluation(new double[0], new double[0]);
  private Span across = new Span();
  private Span up = new Span();
  private String target = "";

  /**
   * @param residuals whether residuals (true − predicted) over predictions are drawn, not predictions over truth
   * @param choose receives the index of a clicked example
   */
  NumbersPlot(boolean residuals, Lang lang, ThemeModel theme, IntConsumer choose) {
    this.residuals = residuals;
    this.lang = lang;
    this.theme = theme;
    this.choose = choose;
    getStyleClass().add("curve-plot");
    getChildren().addAll(painting, readout);
    painting.accessibleTextProperty().bind(lang.bind(residuals ? "metrics.residuals" : "metrics.pairs"));
    setOnMouseMoved(this::read);
    setOnMouseExited(event -> readout.hide());
    setOnMouseClicked(this::click);
    theme.paletteProperty().subscribe(now -> painting.repaint());
  }

  /** @param name of the target */
  void show(RegressionEvaluation judged, String name) {
    shown = judged;
    target = name;
    across = new Span();
    up = new Span();
    for (int i = 0; i < shown.total(); i++) {
      across.add(x(i));
      up.add(y(i));
    }
    if (residuals) {
      up.add(0);
    } else {
      up.add(across);
      across.add(up);
    }
    painting.repaint();
  }

  private double x(int example) {
    return residuals ? shown.predicted(example) : shown.truth(example);
  }

  private double y(int example) {
    return residuals ? shown.truth(example) - shown.predicted(example) : shown.predicted(example);
  }

  private int step() {
    return shown.total() / MOST + 1;
  }

  private void paint(GraphicsContext g, double width, double height) {
    Coordinates plane = new Coordinates(across, up, width, height);
    if (!plane.fits() || shown.total() == 0) {
      return;
    }
    Palette palette = theme.palette();
    plane.paint(g, palette, lang.numbers(), lang.say(residuals ? "metrics.predicted" : "metrics.true", target),
        residuals ? lang.say("metrics.residual") : lang.say("metrics.predicted", target));
    g.setStroke(palette.color(Token.SUBT));
    g.setLineDashes(3, 3);
    g.strokeLine(plane.left(), plane.y(residuals ? 0 : across.low()), plane.right(), plane.y(residuals ? 0 : across.high()));
    g.setLineDashes();
    Color color = palette.color(Token.ACCENT).deriveColor(0, 1, 1, PALE);
    g.setFill(color);
    for (int i = 0; i < shown.total(); i += step()) {
      g.fillOval(plane.x(x(i)) - POINT / 2, plane.y(y(i)) - POINT / 2, POINT, POINT);
    }
  }

  private OptionalInt at(MouseEvent place) {
    Coordinates plane = new Coordinates(across, up, getWidth(), getHeight());
    int best = -1;
    double least = NEAR;
    for (int i = 0; i < shown.total() && plane.fits(); i += step()) {
      double distance = Math.hypot(plane.x(x(i)) - place.getX(), plane.y(y(i)) - place.getY());
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private void read(MouseEvent place) {
    readout.hide();
    at(place).ifPresent(i -> readout.showAt(place.getX(), place.getY(), getWidth(), getHeight(), lang.say("metrics.pair",
        number(shown.truth(i)), number(shown.predicted(i)), number(shown.truth(i) - shown.predicted(i)))));
  }

  private String number(double value) {
    return lang.numbers().significant(value, 4);
  }

  private void click(MouseEvent place) {
    at(place).ifPresent(choose);
  }
}
