package studio.backprop.ui.judge.evaluate.column;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Bar of a value on the scale of its column, with an error bar of ± one deviation; from the middle where values have signs. */
final class FigureBar extends StackPane {
  private static final double HIGH = 14;
  /** Minimum width of a visible bar, in px. */
  private static final double LEAST = 1;
  private static final double STRENGTH = 0.7;

  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private double value;
  private double deviation;
  private double low;
  private double high;
  private boolean signed;

  FigureBar(ThemeModel theme) {
    this.theme = theme;
    setMinHeight(HIGH);
    setMaxHeight(HIGH);
    getChildren().add(painting);
    theme.paletteProperty().subscribe(now -> painting.repaint());
  }

  /**
   * @param now the value; NaN for no bar
   * @param around one deviation; 0 for none
   * @param least minimum of the scale, at most 0
   * @param most maximum of the scale
   * @param bySign whether the colour depends on the sign
   */
  void show(double now, double around, double least, double most, boolean bySign) {
    value = now;
    deviation = around;
    low = Math.min(0, least);
    high = Math.max(most, low + 1e-12);
    signed = bySign;
    painting.repaint();
  }

  private double x(double at, double width) {
    return (Math.max(low, Math.min(high, at)) - low) / (high - low) * width;
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (Double.isNaN(value)) {
      return;
    }
    double zero = Math.floor(x(0, width));
    double wide = Math.abs(x(value, width) - zero);
    if (value != 0) {
      wide = Math.max(LEAST, wide);
      g.setFill(signed ? theme.palette().signed().color(Math.signum(value) * STRENGTH)
          : theme.palette().color(Token.SUBT).deriveColor(0, 1, 1, STRENGTH));
      g.fillRect(value < 0 ? zero - wide : zero, 2, wide, height - 4);
    }
    g.setFill(theme.palette().color(Token.MUT));
    g.fillRect(Math.min(zero, width - 1), 0, 1, height);
    if (deviation > 0) {
      g.setStroke(theme.palette().color(Token.FG));
      g.strokeLine(x(value - deviation, width), height / 2, x(value + deviation, width), height / 2);
    }
  }
}
