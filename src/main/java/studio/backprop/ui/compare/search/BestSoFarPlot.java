package studio.backprop.ui.compare.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.search.finding.SettingEffect;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchMethod;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.search.trial.TrialResult;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** Best result so far against the epochs spent, with earlier searches of the same project for comparison. */
final class BestSoFarPlot extends StackPane {
  private static final Insets ROOM = new Insets(22, 14, 36, 40);
  private static final double APART = 34;
  private static final double SWATCH = 18;
  private static final double LEGEND = 9;
  private static final double INVITED = 9;
  /** Width of a method's name with its count. */
  private static final double LONG = 150;
  /** Width of its name alone. */
  private static final double SHORT = 110;
  /** First of this search, then of earlier ones. */
  private static final double[][] DASHES = {{}, {5, 3}, {1.5, 3}, {10, 3, 2, 3}};

  private final SearchModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final SearchTexts words;
  private final Painting painting = new Painting(this::paint);
  private final Label nothing = new Label();

  /** Best result after a total of epochs. */
  record Point(long spent, double best) {}

  BestSoFarPlot(SearchModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = new SearchTexts(model, lang);
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

  /** One point per report. */
  static List<Point> points(SearchRecord search) {
    List<Point> points = new ArrayList<>();
    Map<Integer, Integer> done = new HashMap<>();
    boolean loss = search.settings().goal() == SearchGoal.LOSS;
    double best = Double.NaN;
    long spent = 0;
    for (TrialResult report : search.reports()) {
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
    PlotGround ground = new PlotGround(g, theme.palette(), width, height, ROOM);
    if (search.reports().isEmpty() || !ground.fits()) {
      return;
    }
    List<SearchRecord> all = Stream.concat(model.earlier().comparable(search).stream(), Stream.of(search)).toList();
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
    Scope scope = new Scope(low - pad, high + pad, most);
    axes(ground, scope);
    for (int i = 0; i < all.size(); i++) {
      pen(g, all.size() - 1 - i);
      stairs(ground, points(all.get(i)), scope);
    }
    legend(ground, all);
    g.setLineDashes();
    if (all.size() == 1 && model.isSpent()) {
      invite(ground, loss);
    }
  }

  /** Placeholder where no line is. */
  private void invite(PlotGround ground, boolean above) {
    SearchMethod other = model.search().settings().method() == SearchMethod.RANDOM ? SearchMethod.ASHA : SearchMethod.RANDOM;
    ground.pen(Token.SUBT, TextAlignment.RIGHT);
    Painting.write(ground.g(), lang.say("trials.sofar.other", lang.say("trials.short." + other.id())), ground.x(1),
        above ? ground.y(1) + INVITED : ground.y(0) - INVITED, ground.x(1) - ground.x(0));
  }

  /** Range of the axes. */
  private record Scope(double low, double high, long most) {
    double share(double value) {
      return Math.max(0, Math.min(1, (value - low) / (high - low)));
    }
  }

  private void axes(PlotGround ground, Scope scope) {
    double unit = model.search().settings().goal() == SearchGoal.LOSS ? 1 : 100;
    double[] ticks = Ticks.linear(unit * scope.low(), unit * scope.high(), Math.max(3, (int) ((ground.y(0) - ground.y(1)) / APART)));
    for (double tick : ticks) {
      ground.level(scope.share(tick / unit), lang.numbers().mark(tick, ticks[ticks.length - 1]));
    }
    for (double tick : Ticks.whole(0, scope.most(), 5)) {
      ground.under(ground.x(tick / scope.most()), lang.numbers().whole((long) tick));
    }
    ground.name(lang.say("trials.sofar.axis"));
  }

  /** @param line 0 of this search, from 1 on of earlier ones */
  private void pen(GraphicsContext g, int line) {
    g.setStroke(theme.palette().color(line == 0 ? Token.ACCENT : Token.GRADIENT));
    g.setLineWidth(line == 0 ? 2 : 1.6);
    g.setLineDashes(DASHES[line % DASHES.length]);
  }

  private static void stairs(PlotGround ground, List<Point> points, Scope scope) {
    double[] xs = new double[Math.max(0, 2 * points.size() - 1)];
    double[] ys = new double[xs.length];
    for (int i = 0; i < points.size(); i++) {
      xs[2 * i] = ground.x(points.get(i).spent() / (double) Math.max(1, scope.most()));
      ys[2 * i] = ground.y(scope.share(points.get(i).best()));
      if (i > 0) { // it stays as good until then
        xs[2 * i - 1] = xs[2 * i];
        ys[2 * i - 1] = ys[2 * i - 2];
      }
    }
    ground.g().strokePolyline(xs, ys, xs.length);
  }

  private void legend(PlotGround ground, List<SearchRecord> all) {
    GraphicsContext g = ground.g();
    double room = (ground.x(1) - ground.x(0)) / all.size();
    double x = ground.x(0);
    for (int i = all.size() - 1; i >= 0; i--) {
      SearchRecord one = all.get(i);
      pen(g, all.size() - 1 - i);
      g.strokeLine(x, LEGEND, x + SWATCH, LEGEND);
      ground.pen(Token.FG, TextAlignment.LEFT);
      SearchSettings own = model.search().settings();
      String method = words.differs(one.settings(), own);
      String key = room < LONG ? "trials.sofar.short" : "trials.sofar.line";
      Painting.write(g, room < SHORT ? method : lang.say(key, method, one.trained()), x + SWATCH + 6, LEGEND, room - SWATCH - 12);
      x += room;
    }
  }
}
