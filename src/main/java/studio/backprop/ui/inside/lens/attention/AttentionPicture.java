package studio.backprop.ui.inside.lens.attention;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.inside.lens.attention.AttentionPlaces.Place;
import studio.backprop.ui.inside.lens.sheet.CellText;
import studio.backprop.ui.inside.lens.sheet.DenseTexts;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.PredictionAndTarget;
import studio.backprop.ui.inside.lens.sheet.Reading;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Token;

/** Painter of one attention head. */
record AttentionPicture(
    LensDesk desk, AttentionNumbers numbers, AttentionPlaces places, List<String> keyNames, List<String> queryNames, List<Written> written,
    int head,
    Shown shown, Place pointed) {
  static final double FONT = 12;
  static final double NOTE = 11;
  static final double LARGE_FONT = 13;
  private static final double LARGE_CELL = 44;
  private static final double WIDEST = 24;
  private static final double MIN_WEIGHT = 0.01;
  /** Minimum weight of ribbons of unselected rows: many faint ones would be a fan. */
  private static final double MIN_FAINT = 0.1;
  private static final double FAINT = 0.08;
  private static final double CLEAR = 0.9;
  private static final double HATCH = 6;
  private static final double TITLE = 8;
  private static final double GAP = 12;
  /** Width of bold 12 px text relative to plain 11 px. */
  private static final double BOLDER = 1.18;
  private static final double SHARE = 0.98;
  private static final double TINY = 1e-12;

  /** Quantity that colours the cells. */
  enum Shown {
    WEIGHTS,
    SCORES,
    GRADIENTS
  }

  /** Predicted token after a time step, its probability, and the target; empty if not known. */
  record Written(String token, double share, String right) {
    /** Empty unless the network predicts a token at each of the time steps. */
    static List<Written> of(PredictionAndTarget answers, int steps) {
      if (answers.count() < steps || answers.count() == 1 || answers.dataset().classNames().isEmpty()) {
        return List.of();
      }
      return IntStream.range(0, steps).mapToObj(step -> at(answers, step)).toList();
    }

    private static Written at(PredictionAndTarget answers, int step) {
      int best = answers.best(step);
      int right = answers.right(step);
      return new Written(answers.name(best), answers.share(step, best), right < 0 ? "" : answers.name(right));
    }

    /** The last time step with a known target: what follows is padding. Without any, the last step. */
    static int lastJudged(List<Written> all, int steps) {
      return IntStream.iterate(all.size() - 1, step -> step >= 0, step -> step - 1).filter(step -> !all.get(step).right.isEmpty())
          .findFirst().orElse(steps - 1);
    }

    boolean wrong() {
      return !right.isEmpty() && !right.equals(token);
    }
  }

  void paint(GraphicsContext g) {
    g.setTextBaseline(VPos.CENTER);
    AttentionTokens tokens = new AttentionTokens(desk, numbers, places, keyNames, queryNames, head, pointed);
    if (places.ribbons() > 0) {
      tokens.heads(g);
      ribbons(g);
      tokens.keys(g);
    }
    matrix(g);
    tokens.columns(g);
    tokens.rows(g);
    if (!written.isEmpty()) {
      new WrittenColumn(desk, places, written, pointed.query()).paint(g);
    }
    rims(g);
  }

  private Palette palette() {
    return desk.theme().palette();
  }

  private Color colour(Token token) {
    return palette().color(token);
  }

  private static Font font(boolean bold, double size) {
    return Font.font(Fonts.FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, size);
  }

  // --- ribbons

  private void ribbons(GraphicsContext g) {
    for (int query = 0; query < numbers.queries(); query++) {
      if (query != pointed.query()) {
        ribbons(g, query, FAINT);
      }
    }
    ribbons(g, pointed.query(), CLEAR);
  }

  private void ribbons(GraphicsContext g, int query, double clear) {
    double widest = Math.min(WIDEST, places.cell() - 2);
    double left = places.ribbonLeft() + 6;
    double right = places.ribbonRight() - 6;
    double bend = (right - left) / 2;
    g.setStroke(colour(Token.ACCENT_TEXT).deriveColor(0, 1, 1, clear));
    for (int key = 0; key < numbers.keys(); key++) {
      float weight = numbers.weights()[numbers.at(head, query, key)];
      if (weight < (query == pointed.query() ? MIN_WEIGHT : MIN_FAINT)) {
        continue;
      }
      g.setLineWidth(Math.max(0.6, weight * widest));
      g.beginPath();
      g.moveTo(left, places.middle(key));
      g.bezierCurveTo(left + bend, places.middle(key), right - bend, places.middle(query), right, places.middle(query));
      g.stroke();
    }
  }

  // --- the matrix

  private float[] values() {
    return switch (shown) {
      case WEIGHTS -> numbers.weights();
      case SCORES -> numbers.scores();
      case GRADIENTS -> numbers.gradients();
    };
  }

  private void matrix(GraphicsContext g) {
    float[] values = values();
    boolean shares = shown == Shown.WEIGHTS;
    double limit = limit(values);
    double unit = shares ? 1 : Reading.unit((float) limit);
    Function<Palette, Scale> scale = shares ? Palette::features : Palette::signed;
    Scale colours = scale.apply(palette());
    g.setFont(font(false, places.cell() >= LARGE_CELL ? LARGE_FONT : NOTE));
    g.setTextAlign(TextAlignment.CENTER);
    for (int query = 0; query < numbers.queries(); query++) {
      for (int key = 0; key < numbers.keys(); key++) {
        double x = places.matrixLeft() + key * places.cell();
        if (values == null || numbers.hides(query, key)) {
          hatch(g, x, places.y(query));
        } else {
          cell(g, x, places.y(query), colours.color(values[numbers.at(head, query, key)] / limit),
              values[numbers.at(head, query, key)] / unit);
        }
      }
    }
    title(g, values, limit, unit);
  }

  /** Value at the end of the colour scale: a high quantile, so that long sequences with small weights are not pale. */
  private double limit(float[] values) {
    float[] seen = new float[numbers.queries() * numbers.keys()];
    int count = 0;
    for (int i = 0; values != null && i < seen.length; i++) {
      if (!numbers.hides(i / numbers.keys(), i % numbers.keys())) {
        seen[count++] = values[numbers.at(head, 0, 0) + i];
      }
    }
    return Math.max(TINY, new Extent().quantile(seen, 0, count, SHARE));
  }

  private void cell(GraphicsContext g, double x, double y, Color fill, double number) {
    double size = places.cell() - 1;
    g.setFill(fill);
    g.fillRect(x, y, size, size);
    if (size >= CellText.NARROWEST) {
      g.setFill(palette().textOn(fill));
      Painting.write(g, CellText.of(desk.lang().numbers(), number, size * NOTE / g.getFont().getSize()), x + size / 2, y + size / 2);
    }
  }

  /** Hatches a masked position. */
  private void hatch(GraphicsContext g, double x, double y) {
    double size = places.cell() - 1;
    g.setStroke(colour(Token.BORDER));
    g.setLineWidth(1);
    for (double d = HATCH / 2; d < 2 * size; d += HATCH) {
      double inside = Math.min(d, size);
      g.strokeLine(x + d - inside, y + inside, x + inside, y + d - inside);
    }
  }

  private void title(GraphicsContext g, float[] values, double limit, double unit) {
    String key = values == null ? "lens.no_gradient" : switch (shown) {
      case WEIGHTS -> "lens.attention.title.weights";
      case SCORES -> "lens.attention.title.scores";
      case GRADIENTS -> "lens.attention.title.gradients";
    };
    String power = unit == 1 || places.cell() <= CellText.NARROWEST
        ? "" : " · ×10" + studio.backprop.ui.kit.Numbers.raised((int) Math.round(Math.log10(unit)));
    g.setFont(font(true, FONT));
    g.setFill(colour(Token.FG));
    g.setTextAlign(TextAlignment.LEFT);
    String name = desk.lang().say(key) + power;
    Painting.write(g, name, places.matrixLeft(), TITLE);
    String darkest = values == null ? "" : desk.lang().say("lens.attention.scale", desk.lang().numbers().compact(limit));
    double left = places.matrixLeft() + DenseTexts.width(name) * BOLDER + GAP;
    if (left + DenseTexts.width(darkest) <= places.width()) {
      g.setFont(font(false, NOTE));
      g.setFill(colour(Token.MUT));
      Painting.write(g, darkest, left, TITLE);
    }
  }

  private void rims(GraphicsContext g) {
    double size = places.cell();
    g.setStroke(colour(Token.ACCENT));
    g.setLineWidth(2);
    g.strokeRect(places.matrixLeft() - 1.5, places.y(pointed.query()) - 1.5, numbers.keys() * size + 2, size + 2);
    if (pointed.key() >= 0) {
      g.strokeRect(places.matrixLeft() + pointed.key() * size - 1.5, places.y(pointed.query()) - 1.5, size + 2, size + 2);
    }
  }
}
