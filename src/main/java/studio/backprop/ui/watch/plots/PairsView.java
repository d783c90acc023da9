package studio.backprop.ui.watch.plots;

import javafx.scene.canvas.GraphicsContext;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Regression: predicted against true values, with the diagonal of correct predictions, or residuals. A click selects an example. */
final class PairsView extends PairedExamples<NetworkOutput.Pairs> {
  private static final double MARK = 5;
  private static final double PALE = 0.6;

  PairsView(OutputModel model, Lang lang, ThemeModel theme) {
    super(model, lang, theme, NetworkOutput.Pairs.class);
  }

  @Override
  NetworkOutput.Pairs pairs() {
    return answer();
  }

  @Override
  double over(int example) {
    return pairs().truth()[example];
  }

  @Override
  double level(int example) {
    return pairs().predicted()[example];
  }

  @Override
  void measure() {
    super.measure();
    if (residual()) {
      up().add(0);
    } else {
      // a common scale, so that correct predictions are on the diagonal
      up().add(across());
      across().add(up());
    }
  }

  @Override
  void paint(GraphicsContext g) {
    Coordinates plane = coordinates();
    if (!plane.fits()) {
      return;
    }
    Palette palette = theme().palette();
    plane.paint(
        g, palette, lang().numbers(), lang().say("plots.true", target()),
        lang().say(residual() ? "plots.residual" : "plots.predicted", target()));
    g.setStroke(palette.color(Token.WIRE));
    g.strokeLine(plane.left(), plane.y(residual() ? 0 : across().low()), plane.right(), plane.y(residual() ? 0 : across().high()));
    g.setFill(palette.color(Token.ACCENT_TEXT).deriveColor(0, 1, 1, PALE));
    points(g, plane, MARK);
  }
}
