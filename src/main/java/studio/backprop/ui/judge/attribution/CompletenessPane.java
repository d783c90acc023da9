package studio.backprop.ui.judge.attribution;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextAlignment;
import studio.backprop.evaluate.attribution.Attribution;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.IntegratedGradients;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/**
 * Completeness check of integrated gradients: the score along the path from the baseline, and the sum of attributions for each number of
 * steps.
 */
final class CompletenessPane extends AttributionCard {
  private static final int COLUMNS = 4;
  private static final double RADIUS = 4;
  /** Width at the right for the sum. */
  private static final double BRACKET = 62;
  private static final double TIP = 5;
  private static final double ROOM = 0.12;

  private final Lang lang;
  private final ThemeModel theme;
  private final AttributionTexts words;
  private final Painting plot = new Painting(this::paint);
  private final TextGrid grid = new TextGrid(COLUMNS, 0, true);
  private final Label verdict = new Label();
  private final HBox banner = new HBox(verdict);
  private ExplainedExample now;

  CompletenessPane(Lang lang, ThemeModel theme, AttributionTexts words) {
    super("completeness");
    this.lang = lang;
    this.theme = theme;
    this.words = words;
    title.textProperty().bind(lang.bind("reason.completeness"));
    new Terms(lang).explain(title, "integrated-gradients");
    detail.textProperty().bind(lang.bind("reason.completeness.detail"));
    plot.getStyleClass().add("way");
    HBox.setHgrow(plot, Priority.ALWAYS);
    HBox row = new HBox(plot, grid);
    row.getStyleClass().add("plot-row");
    verdict.setWrapText(true);
    banner.getStyleClass().add("banner");
    getChildren().addAll(row, banner);
    theme.paletteProperty().subscribe(palette -> plot.repaint());
  }

  void show(ExplainedExample explained) {
    now = explained;
    ScoreSum scores = scores();
    List<Attribution> tries = explained.map(AttributionMethod.INTEGRATED_GRADIENTS).map(map -> map.tries()).orElse(List.of());
    grid.set(0, 0, lang.say("reason.steps"));
    grid.set(0, 1, lang.say("reason.sum"));
    grid.set(0, 2, lang.say("reason.gap"));
    grid.set(0, 3, "");
    for (int i = 0; i < tries.size(); i++) {
      Attribution one = tries.get(i);
      boolean near = IntegratedGradients.isNear(one);
      grid.set(i + 1, 0, lang.numbers().whole(one.steps()));
      grid.set(i + 1, 1, scores.said(one.sum()));
      grid.set(i + 1, 2, gap(one));
      Label sign = grid.set(i + 1, 3, "");
      sign.setGraphic((near ? Icon.OK : Icon.WARNING).view());
      sign.getGraphic().getStyleClass().add(near ? "near" : "far");
      sign.setAccessibleText(lang.say(near ? "reason.gap.near" : "reason.gap.far"));
    }
    grid.limit(tries.size() + 1);
    banner.getStyleClass().removeAll("ok", "warn");
    banner.setVisible(!tries.isEmpty());
    if (!tries.isEmpty()) {
      Attribution last = tries.get(tries.size() - 1);
      banner.getStyleClass().add(last.converged() ? "ok" : "warn");
      verdict.setGraphic((last.converged() ? Icon.OK : Icon.WARNING).view());
      verdict.setText(lang.say(last.converged() ? "reason.complete" : "reason.incomplete", scores.said(last.sum()),
          scores.said(explained.score()), scores.taken(), scores.said(scores.difference()), gap(last)));
    }
    plot.setAccessibleText(lang.say("reason.way.said", words.baselineScore(explained), words.number(explained.score())));
    plot.repaint();
  }

  private ScoreSum scores() {
    return new ScoreSum(words, now.score(), now.baselineScore());
  }

  private String gap(Attribution one) {
    return Double.isFinite(one.gap()) ? lang.numbers().percent(one.gap(), 2) : "–";
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (now == null) {
      return;
    }
    Span across = new Span();
    across.add(0);
    across.add(1);
    Span up = new Span();
    for (double score : now.way()) {
      up.add(score);
    }
    double room = ROOM * (up.high() - up.low()); // for the names of both ends
    up.add(up.low() - room);
    up.add(up.high() + room);
    Coordinates plane = new Coordinates(across, up, width - BRACKET, height);
    if (!plane.fits()) {
      return;
    }
    Palette palette = theme.palette();
    plane.paint(g, palette, lang.numbers(), lang.say("reason.way.across"), lang.say("reason.way.up"));
    g.setStroke(palette.color(Token.ACCENT));
    g.setLineWidth(2);
    int last = now.way().length - 1;
    for (int i = 0; i < last; i++) {
      g.strokeLine(plane.x((double) i / last), plane.y(now.way()[i]), plane.x((i + 1.0) / last), plane.y(now.way()[i + 1]));
    }
    g.setFill(palette.color(Token.BG));
    g.fillOval(plane.x(0) - RADIUS, plane.y(now.way()[0]) - RADIUS, 2 * RADIUS, 2 * RADIUS);
    g.strokeOval(plane.x(0) - RADIUS, plane.y(now.way()[0]) - RADIUS, 2 * RADIUS, 2 * RADIUS);
    g.setFill(palette.color(Token.ACCENT));
    g.fillOval(plane.x(1) - RADIUS, plane.y(now.way()[last]) - RADIUS, 2 * RADIUS, 2 * RADIUS);
    g.setLineWidth(1);
    bracket(g, plane, plane.y(now.way()[0]), plane.y(now.way()[last]));
    boolean rises = now.way()[last] >= now.way()[0];
    g.setFill(palette.color(Token.FG));
    g.setTextAlign(TextAlignment.LEFT);
    write(g, plane, "reason.way.baseline", words.baselineScore(now), plane.x(0) + 8, plane.y(now.way()[0]) + (rises ? 13 : -13));
    g.setTextAlign(TextAlignment.RIGHT);
    write(g, plane, "reason.way.example", words.number(now.score()), plane.x(1) - 2, plane.y(now.way()[last]) + (rises ? -13 : 13));
  }

  /** Bracket of the sum of attributions: from the baseline's score to the example's. */
  private void bracket(GraphicsContext g, Coordinates plane, double from, double to) {
    double x = Math.floor(plane.right()) + 8.5;
    g.setStroke(theme.palette().color(Token.FG));
    g.strokeLine(x - TIP, Math.floor(from) + 0.5, x, Math.floor(from) + 0.5);
    g.strokeLine(x, Math.floor(from) + 0.5, x, Math.floor(to) + 0.5);
    g.strokeLine(x - TIP, Math.floor(to) + 0.5, x, Math.floor(to) + 0.5);
    g.setFill(theme.palette().color(Token.FG));
    g.setTextAlign(TextAlignment.LEFT);
    Painting.write(g, scores().said(scores().difference()), x + 6, (from + to) / 2, BRACKET - 16);
  }

  private void write(GraphicsContext g, Coordinates plane, String key, String score, double x, double y) {
    Painting.write(g, lang.say(key, score), x, Math.max(plane.top() + 8, Math.min(plane.bottom() - 8, y)),
        (plane.right() - plane.left()) * 0.7);
  }
}
