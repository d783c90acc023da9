package studio.backprop.ui.judge.evaluate;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import studio.backprop.evaluate.metric.RegressionReport;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Normal Q–Q plot of the residuals (true − predicted). */
final class QuantilePlot extends StackPane {
  /** Maximum number of points drawn. */
  private static final int MOST = 2000;
  private static final double POINT = 5;
  private static final double NEAR = 12;
  private static final double PALE = 0.55;

  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private double[] quantiles = {};
  private double[] residuals = {};
  private Span reach = new Span();

  QuantilePlot(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("curve-plot");
    getChildren().addAll(painting, readout);
    painting.accessibleTextProperty().bind(lang.bind("metrics.residual_spread.qq.help"));
    setOnMouseMoved(this::read);
    setOnMouseExited(event -> readout.hide());
    theme.paletteProperty().subscribe(now -> painting.repaint());
  }

  void show(RegressionReport report) {
    residuals = Arrays.stream(report.residuals()).sorted().toArray();
    quantiles = report.normalQuantiles();
    reach = new Span();
    for (int i = 0; i < residuals.length && !Double.isNaN(quantiles[0]); i++) {
      reach.add(residuals[i]);
      reach.add(quantiles[i]);
    }
    painting.repaint();
  }

  private boolean isEmpty() {
    return residuals.length == 0 || Double.isNaN(quantiles[0]);
  }

  private Coordinates plane() {
    return new Coordinates(reach, reach, getWidth(), getHeight());
  }

  /** Both tails are always drawn: they matter most. */
  private boolean isDrawn(int i) {
    int step = residuals.length / MOST + 1;
    return i % step == 0 || i < step * 10 || i >= residuals.length - step * 10;
  }

  private void paint(GraphicsContext g, double width, double height) {
    Coordinates plane = plane();
    if (isEmpty() || !plane.fits()) {
      return;
    }
    Palette palette = theme.palette();
    plane.paint(g, palette, lang.numbers(), lang.say("metrics.qq.across"), lang.say("metrics.residual"));
    g.setStroke(palette.color(Token.SUBT));
    g.setLineDashes(3, 3);
    g.strokeLine(plane.left(), plane.y(reach.low()), plane.right(), plane.y(reach.high()));
    g.setLineDashes();
    g.setFill(palette.color(Token.ACCENT).deriveColor(0, 1, 1, PALE));
    for (int i = 0; i < residuals.length; i++) {
      if (isDrawn(i)) {
        g.fillOval(plane.x(quantiles[i]) - POINT / 2, plane.y(residuals[i]) - POINT / 2, POINT, POINT);
      }
    }
  }

  private void read(MouseEvent at) {
    readout.hide();
    Coordinates plane = plane();
    int best = -1;
    double least = NEAR;
    for (int i = 0; i < residuals.length && !isEmpty() && plane.fits(); i++) {
      double distance = Math.hypot(plane.x(quantiles[i]) - at.getX(), plane.y(residuals[i]) - at.getY());
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    if (best >= 0) {
      readout.showAt(at.getX(), at.getY(), getWidth(), getHeight(), lang.say("metrics.qq.spot",
          lang.numbers().significant(quantiles[best], 3), lang.numbers().significant(residuals[best], 3)));
    }
  }
}
