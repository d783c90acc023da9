package studio.backprop.ui.judge.evaluate.fold;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** All rows as one bar: held-out rows in the fold's colour, training rows pale, others empty. */
final class FoldStrip extends StackPane {
  private static final double HIGH = 26;
  private static final double BAR = 16;
  private static final double TRAIN = 0.3;

  private final ThemeModel theme;
  private final FoldRows rows;
  private final int index;
  private final Painting painting = new Painting(this::paint);

  /** @param index of the training */
  FoldStrip(ThemeModel theme, FoldRows rows, int index) {
    this.theme = theme;
    this.rows = rows;
    this.index = index;
    getStyleClass().addAll("cell", "bar");
    setMinSize(80, HIGH);
    setPrefSize(200, HIGH);
    getChildren().add(painting);
    theme.paletteProperty().subscribe(now -> painting.repaint());
  }

  private void paint(GraphicsContext g, double width, double height) {
    Palette palette = theme.palette();
    double top = (height - BAR) / 2;
    g.setFill(palette.color(Token.SUB));
    g.fillRoundRect(0, top, width, BAR, 4, 4);
    g.setFill(train(palette));
    fill(g, rows.train(index), width, top);
    g.setFill(palette.ofClass(rows.colour(index)));
    fill(g, rows.test(index), width, top);
    g.setStroke(palette.color(Token.BG));
    g.setLineWidth(2);
    for (double edge : rows.edges()) {
      g.strokeLine(edge * width, top, edge * width, top + BAR);
    }
    g.setLineWidth(1);
  }

  /** Colour of training rows. */
  static Color train(Palette palette) {
    return palette.color(Token.ACCENT).deriveColor(0, 1, 1, TRAIN);
  }

  private static void fill(GraphicsContext g, double[][] spans, double width, double top) {
    for (double[] span : spans) {
      g.fillRect(span[0] * width, top, (span[1] - span[0]) * width, BAR);
    }
  }
}
