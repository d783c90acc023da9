package studio.backprop.ui.compare.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import studio.backprop.search.finding.SettingEffect;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** Scatter plot of trials by parameter count and accuracy, with the Pareto front. */
final class FrontPlot extends StackPane {
  private static final Insets ROOM = new Insets(8, 18, 36, 40);
  private static final double DOT = 5;
  private static final double FRONT = 7;
  private static final double PICK_DISTANCE = 9;
  /** Minimum distance of axis labels in px. */
  private static final double LINE = 14;
  private static final double MARGIN = 1.2;
  private static final int TICKS = 4;

  private final SearchModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final SearchTexts words;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private SearchRecord search;
  private ScoreAxis scores;
  private double least = 1;
  private double most = 10;

  FrontPlot(SearchModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = new SearchTexts(model, lang);
    setMinSize(0, 0);
    getChildren().addAll(painting, readout);
    setOnMouseMoved(event -> nearest(event.getX(), event.getY()).ifPresentOrElse(
        trial -> readout.showAt(event.getX(), event.getY(), getWidth(), getHeight(), words.whole(trial)), readout::hide));
    setOnMouseExited(event -> readout.hide());
    setOnMouseClicked(event -> nearest(event.getX(), event.getY()).ifPresent(trial -> model.selectedProperty().set(trial.number())));
    model.selectedProperty().subscribe(number -> painting.repaint());
    theme.paletteProperty().subscribe(palette -> painting.repaint());
    lang.textsProperty().subscribe(texts -> redraw());
  }

  void redraw() {
    search = model.search();
    scores = new ScoreAxis(search, model.examples());
    least = search.trials().stream().mapToLong(Trial::parameters).filter(count -> count > 0).min().orElse(1) / MARGIN;
    most = search.trials().stream().mapToLong(Trial::parameters).max().orElse(10) * MARGIN;
    painting.setAccessibleText(lang.say("trials.front.said", TrialRanking.front(search).size()));
    painting.repaint();
  }

  private List<Trial> shown() {
    List<Trial> all = new ArrayList<>(search.trials());
    all.removeIf(trial -> !trial.counts() || trial.parameters() < 1);
    return all;
  }

  private double x(double parameters) {
    return ROOM.getLeft() + Math.log(parameters / least) / Math.log(most / least) * (getWidth() - ROOM.getLeft() - ROOM.getRight());
  }

  private double y(Trial trial) {
    return PlotGround.y(scores.share(SettingEffect.reached(trial.last().orElseThrow(), search.settings().goal())), getHeight(), ROOM);
  }

  private Optional<Trial> nearest(double x, double y) {
    return search == null ? Optional.empty() : shown().stream().filter(trial -> distance(trial, x, y) < PICK_DISTANCE)
        .min((a, b) -> Double.compare(distance(a, x, y), distance(b, x, y)));
  }

  private double distance(Trial trial, double x, double y) {
    return Math.hypot(x(trial.parameters()) - x, y(trial) - y);
  }

  private void paint(GraphicsContext g, double width, double height) {
    PlotGround ground = new PlotGround(g, theme.palette(), width, height, ROOM);
    if (search == null || shown().isEmpty() || !ground.fits()) {
      return;
    }
    Palette palette = theme.palette();
    axes(ground);
    List<Trial> front = TrialRanking.front(search);
    g.setStroke(palette.color(Token.TIME));
    g.setLineWidth(1.6);
    for (int i = 0; i + 1 < front.size(); i++) { // no network in between is better than the smaller one
      double next = x(front.get(i + 1).parameters());
      g.strokeLine(x(front.get(i).parameters()), y(front.get(i)), next, y(front.get(i)));
      g.strokeLine(next, y(front.get(i)), next, y(front.get(i + 1)));
    }
    for (Trial trial : shown()) {
      boolean best = front.contains(trial);
      boolean selected = trial.number() == model.selectedProperty().get();
      double size = best ? FRONT : DOT;
      g.setFill(TrialColours.of(palette, trial, best, selected, true));
      if (selected) {
        ground.highlight();
        g.strokeOval(x(trial.parameters()) - size / 2, y(trial) - size / 2, size, size);
      }
      g.fillOval(x(trial.parameters()) - size / 2, y(trial) - size / 2, size, size);
    }
  }

  private void axes(PlotGround ground) {
    double before = Double.POSITIVE_INFINITY;
    for (double mark : scores.marks()) {
      double y = ground.y(scores.share(mark));
      if (before - y >= LINE) {
        ground.level(scores.share(mark), scores.mark(mark, lang.numbers()));
        before = y;
      }
    }
    for (double tick : Ticks.log(least, most, TICKS)) {
      ground.under(x(tick), lang.numbers().whole(Math.round(tick)));
    }
    ground.name(lang.say("trials.front.axis"));
  }
}
