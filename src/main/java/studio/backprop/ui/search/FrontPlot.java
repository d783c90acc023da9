package studio.backprop.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** Every trial by its parameters and its accuracy, and the front: what no other trial beats in both. */
final class FrontPlot extends StackPane {
  private static final double LEFT = 40;
  private static final double RIGHT = 18;
  private static final double TOP = 8;
  private static final double BOTTOM = 36;
  private static final double DOT = 5;
  private static final double FRONT = 7;
  private static final double NEAR = 9;
  /** Marks are so far apart at least. */
  private static final double LINE = 14;
  private static final double ROOM = 1.2;
  private static final int TICKS = 4;

  private final SearchModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final SearchWords words;
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
    this.words = new SearchWords(model, lang);
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
    least = search.trials().stream().mapToLong(Trial::parameters).filter(count -> count > 0).min().orElse(1) / ROOM;
    most = search.trials().stream().mapToLong(Trial::parameters).max().orElse(10) * ROOM;
    painting.setAccessibleText(lang.say("trials.front.said", TrialRanking.front(search).size()));
    painting.repaint();
  }

  private List<Trial> shown() {
    List<Trial> all = new ArrayList<>(search.trials());
    all.removeIf(trial -> !trial.counts() || trial.parameters() < 1);
    return all;
  }

  private double x(double parameters) {
    return LEFT + Math.log(parameters / least) / Math.log(most / least) * (getWidth() - LEFT - RIGHT);
  }

  private double y(double share) {
    return TOP + (1 - share) * (getHeight() - TOP - BOTTOM);
  }

  private double y(Trial trial) {
    return y(scores.share(SettingEffect.reached(trial.last().orElseThrow(), search.settings().goal())));
  }

  private Optional<Trial> nearest(double x, double y) {
    return search == null ? Optional.empty() : shown().stream().filter(trial -> distance(trial, x, y) < NEAR)
        .min((a, b) -> Double.compare(distance(a, x, y), distance(b, x, y)));
  }

  private double distance(Trial trial, double x, double y) {
    return Math.hypot(x(trial.parameters()) - x, y(trial) - y);
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (search == null || shown().isEmpty() || width < 2 * LEFT || height < TOP + 2 * BOTTOM) {
      return;
    }
    Palette palette = theme.palette();
    axes(g, width, height, palette);
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
      double size = selected ? FRONT + 3 : best ? FRONT : DOT;
      g.setFill(selected ? palette.color(Token.ACCENT_TEXT) : TrialInk.of(palette, trial, best, true));
      g.fillOval(x(trial.parameters()) - size / 2, y(trial) - size / 2, size, size);
    }
  }

  private void axes(GraphicsContext g, double width, double height, Palette palette) {
    g.setLineWidth(1);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.RIGHT);
    double before = Double.POSITIVE_INFINITY;
    for (double mark : scores.marks()) {
      double y = Math.floor(y(scores.share(mark))) + 0.5;
      if (before - y < LINE) {
        continue;
      }
      before = y;
      g.setStroke(palette.color(Token.BORDER_SOFT));
      g.strokeLine(LEFT, y, width - RIGHT, y);
      g.setFill(palette.color(Token.SUBT));
      Painting.write(g, scores.mark(mark, lang.numbers()), LEFT - 6, y);
    }
    g.setTextAlign(TextAlignment.CENTER);
    for (double tick : Ticks.log(least, most, TICKS)) {
      Painting.write(g, lang.numbers().whole(Math.round(tick)), x(tick), height - BOTTOM + 12);
    }
    g.setTextAlign(TextAlignment.RIGHT);
    Painting.write(g, lang.say("trials.front.axis"), width - RIGHT + 8, height - 8);
  }
}
