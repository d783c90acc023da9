package studio.backprop.ui.inside.lens.loss;

import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.inside.lens.loss.LossNumbers.Cost;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Token;

/** Bars of the losses of the batch's examples, the largest first. */
final class BatchCosts {
  static final int MAX_EXAMPLES = 64;
  /** Width of an example's text, in px. */
  static final double NAMES = 170;

  private final LensDesk desk;
  private final LossPen pen;
  private final IntFunction<String> name;

  BatchCosts(LensDesk desk, LossPen pen, IntFunction<String> name) {
    this.desk = desk;
    this.pen = pen;
    this.name = name;
  }

  /**
   * @param left x of the column, in px
   * @param bar length of a full bar, in px
   */
  void paint(LossNumbers now, double left, double bar) {
    List<Cost> worst = now.worst(MAX_EXAMPLES);
    double limit = worst.isEmpty() ? 1 : Math.max(1e-12, worst.get(0).loss());
    for (int i = 0; i < worst.size(); i++) {
      Cost cost = worst.get(i);
      double y = LossPen.TOP + i * LossPen.ROW;
      double middle = y + LossPen.ROW / 2;
      double x = left + NAMES;
      pen.text(of(now, cost.row()), wrong(now, cost.row()) ? Token.BAD : Token.FG, false, TextAlignment.LEFT, left, middle);
      pen.fill(Token.BORDER_SOFT, x, y + 5, bar, LossPen.ROW - 10);
      pen.fill(Token.GRADIENT, x, y + 5, cost.loss() / limit * bar, LossPen.ROW - 10);
      pen.text(desk.lang().numbers().significant(cost.loss(), 3), Token.FG, false, TextAlignment.RIGHT,
          x + bar + LossPen.NUMBER - 8, middle);
    }
  }

  private String of(LossNumbers now, int row) {
    if (now.width() == 1 || now.answers() > 1 || row >= now.rows()) {
      return desk.lang().say("lens.loss.row", row + 1);
    }
    String right = LossPen.brief(name.apply(now.largest(now.target(), row, 0)));
    String given = LossPen.brief(name.apply(now.largest(now.given(), row, 0)));
    return desk.lang().say(right.equals(given) ? "lens.loss.right" : "lens.loss.wrong", row + 1, right, given);
  }

  private static boolean wrong(LossNumbers now, int row) {
    boolean told = now.width() > 1 && now.answers() == 1 && row < now.rows();
    return told && now.largest(now.target(), row, 0) != now.largest(now.given(), row, 0);
  }
}
