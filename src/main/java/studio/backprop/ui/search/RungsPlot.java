package studio.backprop.ui.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.search.finding.SettingEffect;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** The learning curve of every trial over epochs, on a logarithmic axis, and at each rung how many came so far. */
final class RungsPlot extends StackPane {
  private static final double LEFT = 40;
  private static final double RIGHT = 24;
  private static final double TOP = 26;
  private static final double BOTTOM = 38;
  private static final double DOT = 4;
  private static final double WORD = 46;

  private final SearchModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private SearchRecord search;
  private ScoreAxis scores;

  RungsPlot(SearchModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    setMinSize(0, 0);
    getChildren().add(painting);
    model.selectedProperty().subscribe(number -> painting.repaint());
    theme.paletteProperty().subscribe(palette -> painting.repaint());
    lang.textsProperty().subscribe(texts -> redraw());
  }

  void redraw() {
    search = model.search();
    scores = new ScoreAxis(search, model.examples());
    painting.repaint();
  }

  private double x(double epoch, double width) {
    int last = Math.max(2, search.settings().longest());
    return LEFT + Math.log(Math.max(1, epoch)) / Math.log(last) * (width - LEFT - RIGHT);
  }

  private static double y(double share, double height) {
    return TOP + (1 - share) * (height - TOP - BOTTOM);
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (search == null || width < 2 * LEFT || height < 2 * (TOP + BOTTOM)) {
      return;
    }
    Palette palette = theme.palette();
    axes(g, width, height, palette);
    rungs(g, width, height, palette);
    int best = TrialRanking.best(search).map(Trial::number).orElse(0);
    List<Trial> order = new ArrayList<>(search.trials());
    order.removeIf(trial -> trial.state() == Trial.State.DROPPED);
    order.sort(Comparator.comparingInt(trial -> TrialInk.layer(trial, trial.number() == best)));
    g.setFill(palette.color(Token.SUBT));
    g.setTextAlign(TextAlignment.RIGHT);
    Painting.write(g, lang.say("trials.rungs.axis"), width - RIGHT + 8, height - 10);
    for (Trial trial : order) {
      curve(g, trial, trial.number() == best, width, height, palette);
    }
  }

  private void axes(GraphicsContext g, double width, double height, Palette palette) {
    g.setLineWidth(1);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.RIGHT);
    for (double mark : scores.marks()) {
      double y = Math.floor(y(scores.share(mark), height)) + 0.5;
      g.setStroke(palette.color(Token.BORDER_SOFT));
      g.strokeLine(LEFT, y, width - RIGHT, y);
      g.setFill(palette.color(Token.SUBT));
      Painting.write(g, scores.mark(mark, lang.numbers()), LEFT - 6, y, LEFT - 8);
    }
    g.setStroke(palette.color(Token.BORDER));
    g.strokeLine(LEFT, height - BOTTOM + 0.5, width - RIGHT, height - BOTTOM + 0.5);
  }

  private void rungs(GraphicsContext g, double width, double height, Palette palette) {
    List<Integer> rungs = search.settings().rungs();
    g.setTextAlign(TextAlignment.CENTER);
    double before = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < rungs.size(); k++) {
      int rung = rungs.get(k);
      double x = Math.floor(x(rung, width)) + 0.5;
      g.setStroke(palette.color(Token.MUT));
      g.setLineDashes(4, 3);
      g.strokeLine(x, TOP, x, height - BOTTOM);
      g.setLineDashes();
      long came = search.trials().stream().filter(trial -> trial.epoch() >= rung).count();
      if (x - before > WORD) {
        g.setFill(palette.color(Token.FG));
        g.setTextAlign(k == 0 ? TextAlignment.LEFT : k == rungs.size() - 1 ? TextAlignment.RIGHT : TextAlignment.CENTER);
        Painting.write(g, lang.say(k == 0 ? "trials.rung.first" : "trials.rung.left", came), k == 0 ? LEFT - 20
            : k == rungs.size() - 1 ? width - 4 : x, TOP - 14);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFill(palette.color(Token.SUBT));
        Painting.write(g, lang.numbers().whole(rung), x, height - BOTTOM + 12);
        before = x;
      }
    }
  }

  private void curve(GraphicsContext g, Trial trial, boolean best, double width, double height, Palette palette) {
    int count = trial.epoch();
    double[] xs = new double[count];
    double[] ys = new double[count];
    int drawn = 0;
    for (int i = 0; i < count; i++) {
      double reached = SettingEffect.reached(trial.epochs().get(i), search.settings().goal());
      if (Double.isFinite(reached)) {
        xs[drawn] = x(i + 1.0, width);
        ys[drawn++] = y(scores.share(reached), height);
      }
    }
    if (drawn == 0) {
      return;
    }
    boolean strong = trial.number() == model.selectedProperty().get();
    g.setStroke(strong && !best ? palette.color(Token.ACCENT_TEXT) : TrialInk.of(palette, trial, best, true));
    g.setLineWidth(strong ? 3 : TrialInk.width(trial, best));
    g.strokePolyline(xs, ys, drawn);
    g.setFill(g.getStroke());
    g.fillOval(xs[drawn - 1] - DOT / 2, ys[drawn - 1] - DOT / 2, DOT, DOT);
  }
}
