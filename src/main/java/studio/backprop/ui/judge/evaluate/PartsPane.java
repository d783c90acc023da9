package studio.backprop.ui.judge.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.data.Part;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.train.metric.Metrics;
import studio.backprop.ui.judge.evaluate.word.MetricsTexts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.ThemeModel;

/** Training, validation and, if requested, test part side by side: a gap indicates overfitting. */
final class PartsPane extends VBox {
  private final Lang lang;
  private final ThemeModel theme;
  private final MetricsTexts words;
  private final Label measure = new Label();
  private final TextGrid grid = new TextGrid(3, 1, false);
  private final Label note = new Label();

  /** Row of the figure of a part. */
  private record Row(Part part, double value, Interval interval) {
  }

  PartsPane(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    this.words = new MetricsTexts(lang);
    getStyleClass().add("class-table");
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("metrics.parts"));
    new Terms(lang).explain(title, "overfitting");
    measure.getStyleClass().addAll("note", "mut");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, measure);
    head.getStyleClass().add("title-row");
    note.getStyleClass().addAll("note", "mut");
    note.setWrapText(true);
    getChildren().addAll(head, grid, note);
  }

  void show(Evaluation now) {
    boolean numbers = now.isRegression();
    List<Row> rows = new ArrayList<>();
    for (Part part : Part.values()) {
      Metrics scores = now.scores().get(part);
      if (scores != null) {
        long n = (long) now.data().rows(part) * (now.hasOneTargetEach() ? 1 : 0);
        double value = numbers ? scores.r2() : scores.accuracy();
        rows.add(new Row(part, value, numbers || n == 0 ? Interval.UNDEFINED : Interval.wilson(Math.round(value * n), n)));
      }
    }
    measure.setText(numbers ? words.name(EvaluationMetric.R2)
        : now.binary().isPresent() ? lang.say("metrics.parts.at", words.usual(now.cut())) : lang.say("features.metric.accuracy"));
    double least = rows.stream().mapToDouble(row -> row.interval.isDefined() ? row.interval.low() : row.value).min().orElse(0);
    double from = Math.max(0, Math.floor(least * 10) / 10);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      grid.set(i, 0, lang.say("metrics.part." + row.part.name().toLowerCase(Locale.ROOT) + ".name"));
      IntervalBar bar = grid.at(i, 1) instanceof IntervalBar there ? there : grid.put(i, 1, new IntervalBar(theme));
      bar.show(row.value, row.interval, Double.NaN, from, 1);
      grid.set(i, 2, words.value(numbers ? EvaluationMetric.R2 : EvaluationMetric.ACCURACY, row.value), "strong");
    }
    grid.limit(rows.size());
    note.setText(gap(rows, numbers, from));
  }

  private String gap(List<Row> rows, boolean numbers, double from) {
    if (rows.size() < 2) {
      return "";
    }
    Row train = rows.get(0);
    Row last = rows.get(rows.size() - 1);
    String scale = lang.say("metrics.parts.scale", numbers ? lang.numbers().significant(from, 2) : lang.numbers().percent(from),
        numbers ? "1" : lang.numbers().percent(1));
    if (numbers) {
      return scale + " " + lang.say("metrics.parts.gap_r2", lang.numbers().fixed(train.value - last.value, 3));
    }
    String points = lang.say("metrics.parts.gap", lang.numbers().fixed(100 * (train.value - last.value), 1));
    if (!train.interval.isDefined() || !last.interval.isDefined()) {
      return scale + " " + points;
    }
    boolean overlap = train.interval.low() <= last.interval.high() && last.interval.low() <= train.interval.high();
    return scale + " " + points + " " + lang.say(overlap ? "metrics.parts.overlap" : "metrics.parts.apart");
  }
}
