package studio.backprop.ui.reason;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** A bar from the middle to the right for what raises the score, to the left for what lowers it; one without a sign begins at the left. */
final class SignedBar extends StackPane {
  private static final double HIGH = 14;
  /** Of a bar that is seen, but would be thinner. */
  private static final double LEAST = 1;

  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private double share;
  private boolean unsigned;

  SignedBar(ThemeModel theme) {
    this.theme = theme;
    getStyleClass().addAll("signed-bar", "cell");
    painting.setMinHeight(HIGH);
    painting.setMaxHeight(HIGH);
    getChildren().add(painting);
    theme.paletteProperty().subscribe(now -> painting.repaint());
  }

  /** @param of the longest bar, from −1 to 1 @param size whether it has no sign */
  void show(double of, boolean size) {
    share = Double.isFinite(of) ? Math.max(-1, Math.min(1, of)) : 0;
    unsigned = size;
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    double middle = unsigned ? 0 : Math.floor(width / 2);
    double length = Math.abs(share) * (width - middle);
    g.setFill(theme.palette().color(Token.BORDER_SOFT));
    g.fillRect(middle, 0, 1, height);
    if (share != 0) {
      double wide = Math.max(LEAST, length);
      g.setFill(unsigned ? theme.palette().gates().color(0.6) : theme.palette().signed().color(Math.signum(share) * 0.7));
      g.fillRect(share < 0 ? middle - wide : middle, 1, wide, height - 2);
    }
  }
}
