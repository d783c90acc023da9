package studio.backprop.ui.inside.lens.attention;

import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Token;

/** Compact data flow of an attention: scores, softmax, weights, the loss, and the gradient back to the scores. */
final class AttentionStrip extends StackPane {
  private static final double CARD_SIDE = 116;
  private static final double HEAD = 40;
  private static final double GAP = 92;
  private static final double PAD = 14;
  private static final double FONT = 12;
  private static final double SHARE = 0.99;
  private static final double LOSS_HIGH = 44;
  private static final double LARGE = 20;
  private static final double BETWEEN = 28;

  private final LensDesk desk;
  private final boolean tower;
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

  /** @param tower whether the parts are stacked vertically */
  AttentionStrip(LensDesk desk, boolean tower) {
    this.desk = desk;
    this.tower = tower;
    getStyleClass().addAll("card", tower ? "attention-tower" : "attention-strip");
    getChildren().add(painting);
    managedProperty().bind(visibleProperty());
  }

  /**
   * @param told number of correct predictions; empty without a target
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
    double gap = tower ? BETWEEN : Math.max(GAP / 2, (width - 3 * CARD_SIDE - lossRoom() - 2 * PAD) / 3);
    double each = (tower ? HEAD + CARD_SIDE : CARD_SIDE) + gap;
    small(g, at(0), scores, desk.lang().say("lens.attention.scores"), desk.lang()
        .say("lens.attention.from_to", digits.significant(least, 2), digits.significant(most, 2)));
    arrow(g, at(each - gap / 2), tower ? "↓" : "→", "softmax", Token.MUT);
    small(g, at(each), weights, desk.lang().say("lens.attention.weights"), desk.lang().say("lens.attention.adds_up"));
    arrow(g, at(2 * each - gap / 2), tower ? "↓" : "→", "· v", Token.MUT);
    cost(g, at(2 * each));
    double back = 2 * each + lossRoom();
    arrow(g, at(back + gap / 2), tower ? "↑" : "←", desk.lang().say("lens.attention.backward"), Token.GRADIENT);
    if (slopes != null) {
      small(g, at(back + gap), slopes, "|∂L ⁄ ∂s|", desk.lang().say("lens.attention.largest", digits.significant(largest, 3)));
    }
  }

  /** Extent of the loss: stacked its lines, side by side the widest of them, so that all gaps look alike. */
  private double lossRoom() {
    return tower ? LOSS_HIGH
        : Math.max(wide(loss, true, LARGE), Math.max(wide(desk.lang().say("lens.attention.loss"), true, FONT), wide(right, false, FONT)));
  }

  private static double wide(String text, boolean bold, double size) {
    return Fonts.width(text, Font.font(Fonts.FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, size));
  }

  /** Point at a distance along the path. */
  private Point2D at(double far) {
    return tower ? new Point2D(0, far) : new Point2D(PAD + far, 0);
  }

  private void cost(GraphicsContext g, Point2D at) {
    double y = tower ? at.getY() + 10 : HEAD + 22;
    double apart = tower ? 20 : 26;
    text(g, desk.lang().say("lens.attention.loss"), Token.FG, true, TextAlignment.LEFT, at.getX(), y, FONT);
    text(g, loss, Token.FG, true, TextAlignment.LEFT, at.getX(), y + apart, LARGE);
    text(g, right, Token.MUT, false, TextAlignment.LEFT, tower ? at.getX() + CARD_SIDE / 1.4 : at.getX(),
        tower ? y + apart : y + 2 * apart - 2,
        FONT);
  }

  private void small(GraphicsContext g, Point2D at, Raster raster, String title, String note) {
    double x = at.getX();
    double top = at.getY() + HEAD;
    text(g, title, Token.FG, true, TextAlignment.LEFT, x, at.getY() + 10, FONT);
    text(g, note, Token.MUT, false, TextAlignment.LEFT, x, at.getY() + 27, FONT);
    g.setFill(desk.theme().palette().color(Token.SUB));
    g.fillRect(x, top, CARD_SIDE, CARD_SIDE);
    raster.paint(g, 0, 0, raster.width(), raster.height(), x, top, CARD_SIDE, CARD_SIDE);
    double row = CARD_SIDE / numbers.queries();
    g.setStroke(desk.theme().palette().color(Token.ACCENT));
    g.setLineWidth(1.5);
    g.strokeRect(x + 0.5, top + query * row, CARD_SIDE - 1, Math.max(3, row));
  }

  private void arrow(GraphicsContext g, Point2D at, String sign, String name, Token token) {
    if (tower) {
      text(g, sign, token, false, TextAlignment.CENTER, CARD_SIDE / 2 - 24, at.getY(), 16);
      text(g, name, token, false, TextAlignment.LEFT, CARD_SIDE / 2 - 8, at.getY(), FONT);
      return;
    }
    text(g, sign, token, false, TextAlignment.CENTER, at.getX(), HEAD + CARD_SIDE / 2 - 10, 16);
    text(g, name, token, false, TextAlignment.CENTER, at.getX(), HEAD + CARD_SIDE / 2 + 10, FONT);
  }

  private void text(GraphicsContext g, String text, Token token, boolean bold, TextAlignment side, double x, double y, double size) {
    g.setFont(Font.font(Fonts.FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, size));
    g.setFill(desk.theme().palette().color(token));
    g.setTextAlign(side);
    Painting.write(g, text, x, y);
  }
}
