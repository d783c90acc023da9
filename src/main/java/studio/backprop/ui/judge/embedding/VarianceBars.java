package studio.backprop.ui.judge.embedding;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Explained variance ratio of the first principal components; those shown by the plot are darker. */
final class VarianceBars extends StackPane {
  static final int COUNT = 6;
  private static final double ABOVE = 18;
  private static final double BELOW = 16;
  private static final double WIDE = 0.66;

  private final Lang lang;
  private final ThemeModel theme;
  private final Painting bars = new Painting(this::paint);
  private double[] shares = {};
  private int dimensions;

  VarianceBars(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("variance-bars");
    getChildren().add(bars);
    theme.paletteProperty().subscribe(now -> bars.repaint());
  }

  void show(double[] of, int darker, String said) {
    shares = of;
    dimensions = darker;
    bars.setAccessibleText(said);
    bars.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    int count = Math.min(COUNT, shares.length);
    double most = count == 0 ? 0 : shares[0];
    Palette palette = theme.palette();
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    double each = width / COUNT;
    double bottom = height - BELOW;
    for (int k = 0; k < count; k++) {
      double high = most == 0 ? 0 : shares[k] / most * (bottom - ABOVE);
      g.setFill(palette.color(k < dimensions ? Token.ACCENT : Token.ACCENT_RIM));
      g.fillRect(k * each + each * (1 - WIDE) / 2, bottom - high, each * WIDE, high);
      g.setFill(palette.color(Token.FG));
      Painting.write(g, lang.numbers().fixed(100 * shares[k], 1), k * each + each / 2, bottom - high - 9);
      g.setFill(palette.color(Token.MUT));
      Painting.write(g, lang.numbers().whole(k + 1), k * each + each / 2, height - BELOW / 2);
    }
    g.setStroke(palette.color(Token.BORDER));
    g.setLineWidth(1);
    g.strokeLine(0, Math.floor(bottom) + 0.5, width, Math.floor(bottom) + 0.5);
  }
}
