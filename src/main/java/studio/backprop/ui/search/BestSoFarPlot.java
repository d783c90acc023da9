package studio.backprop.ui.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.search.finding.SettingEffect;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.TrialReport;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** The best result so far against the epochs spent, and that of other methods with the same budget, where these were run. */
final class BestSoFarPlot extends StackPane {
  private static final double LEFT = 40;
  private static final double RIGHT = 14;
  private static final double TOP = 22;
  private static final double BOTTOM = 36;
  private static final double APART = 34;
  private static final double SWATCH = 18;

  private final SearchModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Label nothing = new Label();

  /** After so many epochs of all trials the best was so good. */
  record Point(long spent, double best) {}

  BestSoFarPlot(SearchModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    setMinSize(0, 0);
    nothing.textProperty().bind(lang.bind("trials.sofar.empty"));
    nothing.getStyleClass().add("mut");
    getChildren().addAll(painting, nothing);
    theme.paletteProperty().subscribe(palette -> painting.repaint());
    lang.textsProperty().subscribe(texts -> painting.repaint());
  }

  void redraw() {
    nothing.setVisible(model.search().reports().isEmpty());
    painting.repaint();
  }

  /** One point at each report. */
  static List<Point> points(SearchRecord search) {
    List<Point> points = new ArrayList<>();
    Map<Integer, Integer> done = new HashMap<>();
    boolean loss = search.settings().goal() == SearchGoal.LOSS;
    double best = Double.NaN;
    long spent = 0;
    for (TrialReport report : search.reports()) {
      if (report.trial() > search.trials().size()) {
        break;
      }
      spent += report.epoch() - done.getOrDefault(report.trial(), 0);
      done.put(report.trial(), report.epoch());
      double reached = search.trial(report.trial()).at(report.epoch()).map((EpochRecord epoch) ->
          SettingEffect.reached(epoch, search.settings().goal())).orElse(Double.NaN);
      boolean better = Double.isFinite(reached) && (Double.isNaN(best) || (loss ? reached < best : reached > best));
      best = better ? reached : best;
      if (!Double.isNaN(best)) {
        points.add(new Point(spent, best));
      }
    }
    return points;
  }

  private void paint(GraphicsContext g, double width, double height) {
    SearchRecord search = model.search();
    if (search.reports().isEmpty() || width < 2 * LEFT || height < 2 * TOP + BOTTOM) {
      return;
    }
    Palette palette = theme.palette();
    List<SearchRecord> all = Stream.concat(model.comparable().stream(), Stream.of(search)).toList();
    SearchBudget budget = search.settings().budget();
    long most = Math.max(budget.unit() == SearchBudget.Unit.EPOCHS ? budget.amount() : 1,
        all.stream().mapToLong(SearchRecord::spent).max().orElse(1));
    double[] values = all.stream().flatMap(one -> points(one).stream()).mapToDouble(Point::best).sorted().toArray();
    if (values.length == 0) {
      return;
    }
    boolean loss = search.settings().goal() == SearchGoal.LOSS;
    double low = loss ? values[0] : values[values.length / 8];
    double high = loss ? values[values.length - 1 - values.length / 8] : values[values.length - 1];
    double pad = Math.max(1e-3, (high - low) * 0.15);
    axes(g, width, height, palette, low - pad, high + pad, most);
    for (int i = 0; i < all.size(); i++) {
      boolean own = i == all.size() - 1;
      g.setStroke(palette.color(own ? Token.ACCENT : Token.GRADIENT));
      g.setLineWidth(own ? 2 : 1.6);
      g.setLineDashes(own ? new double[0] : new double[] {5, 3});
      stairs(g, points(all.get(i)), width, height, low - pad, high + pad, most);
      g.setLineDashes();
    }
    legend(g, all, width, palette);
  }

  private void axes(GraphicsContext g, double width, double height, Palette palette, double low, double high, long most) {
    g.setLineWidth(1);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.RIGHT);
    boolean loss = model.search().settings().goal() == SearchGoal.LOSS;
    double unit = loss ? 1 : 100;
    double[] ticks = Ticks.linear(unit * low, unit * high, Math.max(3, (int) ((height - TOP - BOTTOM) / APART)));
    for (double tick : ticks) {
      double y = Math.floor(y(tick / unit, height, low, high)) + 0.5;
      g.setStroke(palette.color(Token.BORDER_SOFT));
      g.strokeLine(LEFT, y, width - RIGHT, y);
      g.setFill(palette.color(Token.SUBT));
      Painting.write(g, lang.numbers().mark(tick, ticks[ticks.length - 1]), LEFT - 6, y, LEFT - 8);
    }
    g.setTextAlign(TextAlignment.CENTER);
    for (double tick : Ticks.whole(0, most, 5)) {
      Painting.write(g, lang.numbers().whole((long) tick), LEFT + tick / most * (width - LEFT - RIGHT), height - BOTTOM + 12);
    }
    g.setTextAlign(TextAlignment.RIGHT);
    Painting.write(g, lang.say("trials.sofar.axis"), width - RIGHT + 8, height - 8);
  }

  private static double y(double value, double height, double low, double high) {
    return TOP + (1 - Math.max(0, Math.min(1, (value - low) / (high - low)))) * (height - TOP - BOTTOM);
  }

  private static void stairs(GraphicsContext g, List<Point> points, double width, double height, double low, double high, long most) {
    double[] xs = new double[Math.max(0, 2 * points.size() - 1)];
    double[] ys = new double[xs.length];
    for (int i = 0; i < points.size(); i++) {
      xs[2 * i] = LEFT + points.get(i).spent() / (double) Math.max(1, most) * (width - LEFT - RIGHT);
      ys[2 * i] = y(points.get(i).best(), height, low, high);
      if (i > 0) { // it stays as good until then
        xs[2 * i - 1] = xs[2 * i];
        ys[2 * i - 1] = ys[2 * i - 2];
      }
    }
    g.strokePolyline(xs, ys, xs.length);
  }

  private void legend(GraphicsContext g, List<SearchRecord> all, double width, Palette palette) {
    double x = LEFT;
    double room = (width - LEFT - RIGHT) / all.size();
    g.setTextAlign(TextAlignment.LEFT);
    for (int i = all.size() - 1; i >= 0; i--) {
      boolean own = i == all.size() - 1;
      g.setStroke(palette.color(own ? Token.ACCENT : Token.GRADIENT));
      g.setLineWidth(2);
      g.setLineDashes(own ? new double[0] : new double[] {5, 3});
      g.strokeLine(x, 9, x + SWATCH, 9);
      g.setLineDashes();
      g.setFill(palette.color(Token.FG));
      SearchRecord one = all.get(i);
      Painting.write(g, lang.say("trials.sofar.line", lang.say("trials.short." + one.settings().method().id()), one.trained()),
          x + SWATCH + 6, 9, room - SWATCH - 12);
      x += room;
    }
  }
}
