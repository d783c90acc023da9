package studio.backprop.ui.watch.plots;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/**
 * Regression of one number on another: examples as points and the prediction as a line, or residuals. Updated in each frame during
 * training, and after manual changes of weights. A click selects an example.
 */
final class FitView extends PairedExamples<NetworkOutput.Fit> {
  private static final double POINT = 7;
  private static final double SMALL = 4;
  private static final int FEW = 200;
  private static final double PALE = 0.7;
  private static final double REACH = 3;

  FitView(OutputModel model, Lang lang, ThemeModel theme) {
    super(model, lang, theme, NetworkOutput.Fit.class);
  }

  @Override
  NetworkOutput.Pairs pairs() {
    return answer().pairs();
  }

  @Override
  double over(int example) {
    return answer().given()[example];
  }

  @Override
  double level(int example) {
    return pairs().truth()[example];
  }

  @Override
  void measure() {
    super.measure();
    up().add(0);
    for (float input : answer().inputs()) {
      across().add(input);
    }
    if (!residual()) {
      addLine();
    }
  }

  /** Includes the line in the range unless it is far beyond the targets. */
  private void addLine() {
    double reach = REACH * (up().high() - up().low());
    double low = up().low() - reach;
    double high = up().high() + reach;
    for (float output : answer().outputs()) {
      up().add(Math.max(low, Math.min(high, output)));
    }
  }

  @Override
  void paint(GraphicsContext g) {
    Coordinates plane = coordinates();
    if (!plane.fits()) {
      return;
    }
    Palette palette = theme().palette();
    plane.paint(g, palette, lang().numbers(), answer().judged().data().dataset().featureNames().get(0),
        residual() ? lang().say("plots.residual", target()) : target());
    if (residual()) {
      g.setStroke(palette.color(Token.WIRE));
      g.strokeLine(plane.left(), plane.y(0), plane.right(), plane.y(0));
    } else {
      line(g, plane, palette.color(Token.ACCENT));
    }
    g.setFill(palette.color(Token.GRADIENT).deriveColor(0, 1, 1, PALE));
    points(g, plane, answer().given().length <= FEW ? POINT : SMALL);
  }

  /** The prediction within the visible area. */
  private void line(GraphicsContext g, Coordinates plane, Color color) {
    double room = up().high() - up().low();
    g.setStroke(color);
    g.setLineWidth(2);
    g.beginPath();
    boolean drawing = false;
    for (int i = 0; i < answer().inputs().length; i++) {
      double value = answer().outputs()[i];
      boolean within = value >= up().low() - room && value <= up().high() + room;
      if (within && drawing) {
        g.lineTo(plane.x(answer().inputs()[i]), plane.y(value));
      } else if (within) {
        g.moveTo(plane.x(answer().inputs()[i]), plane.y(value));
      }
      drawing = within;
    }
    g.stroke();
    g.setLineWidth(1);
  }
}
