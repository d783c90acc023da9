package studio.backprop.ui.plots;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** Predicted against true values of a regression: on the line, a prediction is right. */
final class PairsView implements Picture {
  private static final double LEFT = 60;
  private static final double BOTTOM = 36;
  private static final double APART = 32;
  private static final double TOP = 4;
  private static final double MARK = 5;
  private static final int MOST = 1000;
  private static final double PALE = 0.6;

  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Scoreboard scores;
  private final Region node;
  private Answer.Pairs answer;
  private Span span = new Span();

  PairsView(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    this.scores = new Scoreboard(lang);
    this.node = new Beside(painting, scores);
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public String detail(Answer shown) {
    return lang.say("plots.r2_at", lang.numbers().significant(shown.judged().scores().r2(), 3), shown.judged().step());
  }

  @Override
  public void show(Answer shown, boolean anew) {
    answer = (Answer.Pairs) shown;
    span = new Span();
    for (int i = 0; i < answer.truth().length; i++) {
      span.add(answer.truth()[i]);
      span.add(answer.predicted()[i]);
    }
    scores.show(answer.judged());
    painting.repaint();
  }

  private double x(double value) {
    return LEFT + span.shareOf(value) * (painting.getWidth() - LEFT);
  }

  private double y(double value) {
    return TOP + (1 - span.shareOf(value)) * (painting.getHeight() - TOP - BOTTOM);
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (answer == null || width < 2 * LEFT || height < 2 * BOTTOM) {
      return;
    }
    Palette palette = theme.palette();
    paintAxes(g, palette, width, height);
    g.setStroke(palette.color(Token.WIRE));
    g.strokeLine(x(span.low()), y(span.low()), x(span.high()), y(span.high()));
    Color color = palette.color(Token.ACCENT_TEXT);
    g.setFill(color.deriveColor(0, 1, 1, PALE));
    int each = answer.truth().length / MOST + 1;
    for (int i = 0; i < answer.truth().length; i += each) {
      g.fillOval(x(answer.truth()[i]) - MARK / 2, y(answer.predicted()[i]) - MARK / 2, MARK, MARK);
    }
  }

  private void paintAxes(GraphicsContext g, Palette palette, double width, double height) {
    String target = answer.judged().data().dataset().about().targetName();
    g.setTextBaseline(VPos.CENTER);
    g.setLineWidth(1);
    int most = Math.max(2, (int) Math.min((height - BOTTOM) / APART, (width - LEFT) / LEFT));
    for (double tick : Ticks.linear(span.low(), span.high(), most)) {
      double y = Math.floor(y(tick)) + 0.5;
      g.setStroke(palette.color(Token.BORDER_SOFT));
      g.strokeLine(LEFT, y, width, y);
      g.setFill(palette.color(Token.SUBT));
      g.setTextAlign(TextAlignment.RIGHT);
      g.fillText(Axes.write(lang.numbers(), tick), LEFT - 6, y);
      g.setTextAlign(TextAlignment.CENTER);
      g.fillText(Axes.write(lang.numbers(), tick), x(tick), height - BOTTOM + 9);
    }
    g.setFill(palette.color(Token.MUT));
    g.fillText(lang.say("plots.true", target), LEFT + (width - LEFT) / 2, height - 8);
    g.save();
    g.translate(7, (height - BOTTOM) / 2);
    g.rotate(-90);
    g.fillText(lang.say("plots.predicted", target), 0, 0);
    g.restore();
  }
}
