package studio.backprop.ui.compare.search;

import java.util.function.DoubleUnaryOperator;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import studio.backprop.search.finding.SettingEffect;
import studio.backprop.search.space.Dimension;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Axis labels: every choice of a categorical, or five values of a range. */
final class AxisMarks {
  private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 1};

  private AxisMarks() {}

  /** Position of a value on the axis: choices and few integers in the middle of their part. */
  static double place(Dimension dimension, double value) {
    int parts = SettingEffect.parts(dimension);
    return SettingEffect.stepped(dimension) ? (value - dimension.low() + 0.5) / parts : dimension.share(value);
  }

  /** @param y pixel of a position on the axis */
  static void paint(GraphicsContext g, Dimension dimension, SearchTexts words, double x, DoubleUnaryOperator y, Palette palette) {
    g.setTextAlign(TextAlignment.RIGHT);
    if (SettingEffect.stepped(dimension)) {
      int parts = SettingEffect.parts(dimension);
      for (int i = 0; i < parts; i++) {
        paint(g, words.value(dimension, dimension.low() + i), x, y.applyAsDouble((i + 0.5) / parts), palette);
      }
      return;
    }
    for (double share : SHARES) {
      double inner = dimension.inner(dimension.low()) + share * (dimension.inner(dimension.high()) - dimension.inner(dimension.low()));
      paint(g, words.value(dimension, dimension.value(inner)), x, y.applyAsDouble(share), palette);
    }
  }

  /** With a background for legibility. */
  static void paint(GraphicsContext g, String text, double x, double y, Palette palette) {
    g.setLineWidth(5);
    g.setStroke(palette.color(Token.BG));
    g.strokeText(text, x, y);
    g.setFill(palette.color(Token.SUBT));
    Painting.write(g, text, x, y);
  }
}
