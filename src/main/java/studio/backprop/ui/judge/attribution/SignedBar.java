package studio.backprop.ui.judge.attribution;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/**
 * Bar from the centre to the right for positive values, to the left for negative; unsigned ones start at the left. An optional thin grey
 * bar below it shows the value with random weights.
 */
final class SignedBar extends StackPane {
  private static final double HIGH = 14;
  /** Minimum width of a visible bar, in px. */
  private static final double LEAST = 1;
  /** Share of the height of the main bar of two. */
  private static final double MAIN = 0.6;

  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private double share;
  private double other = Double.NaN;
  private boolean unsigned;

  SignedBar(ThemeModel theme) {
    this.theme = theme;
    getStyleClass().addAll("signed-bar", "cell");
    painting.setMinHeight(HIGH);
    painting.setMaxHeight(HIGH);
    getChildren().add(painting);
    theme.paletteProperty().subscribe(now -> painting.repaint());
  }

  /** @param of relative to the longest bar, −1 to 1 @param size whether it is unsigned */
  void show(double of, boolean size) {
    show(of, size, Double.NaN);
  }

  /** @param random value with random weights; NaN for none */
  void show(double of, boolean size, double random) {
    share = Double.isFinite(of) ? Math.max(-1, Math.min(1, of)) : 0;
    other = Math.max(-1, Math.min(1, random));
    unsigned = size;
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    double middle = unsigned ? 0 : Math.floor(width / 2);
    g.setFill(theme.palette().color(Token.BORDER_SOFT));
    g.fillRect(middle, 0, 1, height);
    boolean two = Double.isFinite(other);
    double high = two ? Math.rint(height * MAIN) : height - 2;
    bar(g, share, middle, width, two ? 0 : 1, high,
        unsigned ? theme.palette().gates().color(0.6) : theme.palette().signed().color(Math.signum(share) * 0.7));
    if (two) {
      bar(g, other, middle, width, high + 1, height - high - 1, theme.palette().color(Token.WIRE));
    }
  }

  private static void bar(GraphicsContext g, double of, double middle, double width, double top, double high, Color color) {
    if (of != 0) {
      double wide = Math.max(LEAST, Math.abs(of) * (width - middle));
      g.setFill(color);
      g.fillRect(of < 0 ? middle - wide : middle, top, wide, high);
    }
  }
}
