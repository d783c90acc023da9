package studio.backprop.ui.compare.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.search.finding.SettingEffect;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Learning curve of every trial by epoch, on a logarithmic axis, and the number of trials that reached each rung. */
final class RungsPlot extends StackPane {
  private static final Insets ROOM = new Insets(26, 24, 38, 40);
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

  /** Position of an epoch, 0 to 1. */
  private double along(double epoch) {
    return Math.log(Math.max(1, epoch)) / Math.log(Math.max(2, search.settings().longest()));
  }

  private void paint(GraphicsContext g, double width, double height) {
    PlotGround ground = new PlotGround(g, theme.palette(), width, height, ROOM);
    if (search == null || !ground.fits()) {
      return;
    }
    scores.marks().forEach(mark -> ground.level(scores.share(mark), scores.mark(mark, lang.numbers())));
    ground.base();
    rungs(ground);
    int best = TrialRanking.best(search).map(Trial::number).orElse(0);
    int chosen = model.selectedProperty().get();
    List<Trial> order = new ArrayList<>(search.trials());
    order.removeIf(trial -> trial.state() == Trial.State.DROPPED);
    order.sort(Comparator.comparing((Trial trial) -> trial.number() == chosen)
        .thenComparingInt(trial -> TrialColours.layer(trial, trial.number() == best)));
    ground.name(lang.say("trials.rungs.axis"));
    for (Trial trial : order) {
      curve(ground, trial, trial.number() == best, trial.number() == chosen);
    }
  }

  private void rungs(PlotGround ground) {
    GraphicsContext g = ground.g();
    List<Integer> rungs = search.settings().rungs();
    double before = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < rungs.size(); k++) {
      int rung = rungs.get(k);
      double x = Math.floor(ground.x(along(rung))) + 0.5;
      g.setStroke(ground.palette().color(Token.MUT));
      g.setLineWidth(1);
      g.setLineDashes(4, 3);
      g.strokeLine(x, ground.y(1), x, ground.y(0));
      g.setLineDashes();
      long came = search.trials().stream().filter(trial -> trial.epoch() >= rung).count();
      if (x - before > WORD) {
        boolean first = k == 0;
        boolean last = k == rungs.size() - 1;
        ground.pen(Token.FG, first ? TextAlignment.LEFT : last ? TextAlignment.RIGHT : TextAlignment.CENTER);
        Painting.write(g, lang.say(first ? "trials.rung.first" : "trials.rung.left", came),
            first ? ROOM.getLeft() - 20 : last ? ground.width() - 4 : x, ROOM.getTop() - 14);
        ground.under(x, lang.numbers().whole(rung));
        before = x;
      }
    }
  }

  private void curve(PlotGround ground, Trial trial, boolean best, boolean chosen) {
    GraphicsContext g = ground.g();
    int count = trial.epoch();
    double[] xs = new double[count];
    double[] ys = new double[count];
    int drawn = 0;
    for (int i = 0; i < count; i++) {
      double reached = SettingEffect.reached(trial.epochs().get(i), search.settings().goal());
      if (Double.isFinite(reached)) {
        xs[drawn] = ground.x(along(i + 1.0));
        ys[drawn++] = ground.y(scores.share(reached));
      }
    }
    if (drawn == 0) {
      return;
    }
    if (chosen) {
      ground.highlight();
      g.strokePolyline(xs, ys, drawn);
    }
    g.setStroke(TrialColours.of(ground.palette(), trial, best, chosen, true));
    g.setLineWidth(TrialColours.width(trial, best, chosen));
    g.strokePolyline(xs, ys, drawn);
    g.setFill(g.getStroke());
    g.fillOval(xs[drawn - 1] - DOT / 2, ys[drawn - 1] - DOT / 2, DOT, DOT);
  }
}
