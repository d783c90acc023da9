package studio.backprop.ui.lens;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Token;

/** The way of the numbers through an attention, small: scores, softmax, weights, the loss, and the gradient that comes back to the scores. */
final class AttentionStrip extends StackPane {
  private static final double SIDE = 116;
  private static final double HEAD = 40;
  private static final double GAP = 92;
  private static final double PAD = 14;
  private static final double FONT = 12;
  private static final double SHARE = 0.99;
  private static final double LOSS = 130;

  private final LensDesk desk;
  private final Painting painting = new Painting(this::paint);
  private AttentionNumbers numbers;
  private Raster scores = new Raster(1, 1);
  private Raster weights = new Raster(1, 1);
  private Raster slopes = new Raster(1, 1);
  private String loss = "";
  private String right = "";
  private double least;
  private double most;
  private double largest;
  private int query;

  AttentionStrip(LensDesk desk) {
    this.desk = desk;
    getStyleClass().addAll("card", "attention-strip");
    getChildren().add(painting);
    managedProperty().bind(visibleProperty());
  }

  /**
   * @param cost what the example costs
   * @param told how many answers are right; empty where nobody knows
   */
  void show(AttentionNumbers now, int head, int row, double cost, String told) {
    numbers = now;
    query = row;
    loss = Double.isFinite(cost) ? desk.lang().numbers().significant(cost, 4) : "–";
    right = told;
    extremes(head);
    Scale signed = desk.theme().palette().signed();
    scores = raster(head, now.scores(), Math.max(Math.abs(least), Math.abs(most)), signed);
    weights = raster(head, now.weights(), 1, desk.theme().palette().features());
    slopes = now.gradients() == null ? null : raster(head, now.gradients(), largest, desk.theme().palette().size());
    painting.repaint();
  }

  private void extremes(int head) {
    least = Double.POSITIVE_INFINITY;
    most = Double.NEGATIVE_INFINITY;
    float[] seen = new float[numbers.queries() * numbers.keys()];
    for (int i = 0; i < seen.length; i++) {
      if (!numbers.hidden()[i]) {
        int at = numbers.at(head, 0, 0) + i;
        least = Math.min(least, numbers.scores()[at]);
        most = Math.max(most, numbers.scores()[at]);
        seen[i] = numbers.gradients() == null ? 0 : numbers.gradients()[at];
      }
    }
    largest = Math.max(1e-12, new Extent().largest(seen));
  }

  private Raster raster(int head, float[] values, double limit, Scale scale) {
    Raster raster = new Raster(numbers.keys(), numbers.queries());
    for (int row = 0; row < numbers.queries(); row++) {
      for (int key = 0; key < numbers.keys(); key++) {
        float value = values[numbers.at(head, row, key)];
        boolean sizes = values == numbers.gradients();
        raster.set(key, row, numbers.hides(row, key) ? 0 : scale.argb((float) ((sizes ? Math.abs(value) : value) / limit)));
      }
    }
    raster.update();
    return raster;
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (numbers == null) {
      return;
    }
    Numbers digits = desk.lang().numbers();
    g.setTextBaseline(VPos.CENTER);
    double gap = Math.max(GAP / 2, Math.min(GAP * 1.6, (width - 3 * SIDE - LOSS - 2 * PAD) / 3));
    double x = PAD;
    small(g, x, scores, desk.lang().say("lens.attention.scores"), desk.lang().say("lens.attention.from_to", digits.significant(least, 2), digits.significant(most, 2)));
    arrow(g, x + SIDE + gap / 2, "→", "softmax", Token.MUT);
    x += SIDE + gap;
    small(g, x, weights, desk.lang().say("lens.attention.weights"), desk.lang().say("lens.attention.adds_up"));
    arrow(g, x + SIDE + gap / 2, "→", "· v", Token.MUT);
    x += SIDE + gap;
    text(g, desk.lang().say("lens.attention.loss"), Token.FG, true, TextAlignment.LEFT, x, HEAD + 22, FONT);
    text(g, loss, Token.FG, true, TextAlignment.LEFT, x, HEAD + 48, 20);
    text(g, right, Token.MUT, false, TextAlignment.LEFT, x, HEAD + 72, FONT);
    x += LOSS;
    arrow(g, x + gap / 2 - 20, "←", desk.lang().say("lens.attention.backward"), Token.GRADIENT);
    x += gap - 20;
    if (slopes != null) {
      small(g, x, slopes, "|∂L ⁄ ∂s|", desk.lang().say("lens.attention.largest", digits.significant(largest, 3)));
    }
  }

  private void small(GraphicsContext g, double x, Raster raster, String title, String note) {
    text(g, title, Token.FG, true, TextAlignment.LEFT, x, 10, FONT);
    text(g, note, Token.MUT, false, TextAlignment.LEFT, x, 27, FONT);
    g.setFill(desk.theme().palette().color(Token.SUB));
    g.fillRect(x, HEAD, SIDE, SIDE);
    raster.paint(g, 0, 0, raster.width(), raster.height(), x, HEAD, SIDE, SIDE);
    double row = SIDE / numbers.queries();
    g.setStroke(desk.theme().palette().color(Token.ACCENT));
    g.setLineWidth(1.5);
    g.strokeRect(x - 1, HEAD + query * row - 1, SIDE + 2, Math.max(3, row + 2));
  }

  private void arrow(GraphicsContext g, double x, String sign, String name, Token token) {
    text(g, sign, token, false, TextAlignment.CENTER, x, HEAD + SIDE / 2 - 10, 16);
    text(g, name, token, false, TextAlignment.CENTER, x, HEAD + SIDE / 2 + 10, FONT);
  }

  private void text(GraphicsContext g, String text, Token token, boolean bold, TextAlignment side, double x, double y, double size) {
    g.setFont(Font.font(Fonts.FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, size));
    g.setFill(desk.theme().palette().color(token));
    g.setTextAlign(side);
    g.fillText(text, x, y);
  }
}
