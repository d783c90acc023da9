package studio.backprop.ui.judge.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.DataSlices;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.text.Message;
import studio.backprop.ui.judge.evaluate.word.MetricsTexts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.form.Choice;
import studio.backprop.ui.workspace.run.DataTexts;

/** Main figure per slice of the part by a column: shows whether the network is equally good in all of them. */
final class SlicesPane extends VBox {
  private static final int COLUMNS = 8;
  private static final int BAR = 4;
  private static final double NARROW = 0.4;

  private final MetricsModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final MetricsTexts words;
  private final Choice<String> column;
  private final Choice<Optional<String>> second;
  private final TextGrid grid = new TextGrid(COLUMNS, BAR, true);
  private final Label note = new Label();

  SlicesPane(MetricsModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = new MetricsTexts(lang);
    getStyleClass().addAll("card", "slices");
    setMinHeight(USE_PREF_SIZE);
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("metrics.slices"));
    title.setMinWidth(USE_PREF_SIZE);
    new Terms(lang).explain(title, "slice");
    column = new Choice<>(lang, List.of(), name -> Message.of("metrics.column", name), lang.bind("metrics.slices"));
    column.setMaxWidth(220);
    column.setId("slice-column");
    column.valueProperty().subscribe((before, now) -> {
      if (now != null) {
        model.slices().columnProperty().set(Optional.of(now));
      }
    });
    Label question = new Label();
    question.getStyleClass().addAll("note", "mut");
    question.textProperty().bind(lang.bind("metrics.slices.question"));
    second = new Choice<>(lang, List.of(Optional.empty()), name -> name.map(one -> Message.of("metrics.column", one))
        .orElse(Message.of("metrics.slices.none")), lang.bind("metrics.slices.second"));
    second.setMaxWidth(220);
    second.setId("second-column");
    second.keep(model.slices().secondProperty(), model.slices().secondProperty()::set);
    Label and = new Label();
    and.textProperty().bind(lang.bind("metrics.slices.and"));
    and.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(title, column, and, second);
    head.getStyleClass().add("title-row");
    note.getStyleClass().addAll("note", "mut");
    note.setWrapText(true);
    title.setMinWidth(USE_PREF_SIZE);
    question.setWrapText(true);
    getChildren().addAll(head, question, grid, note);
  }

  /** Offers the columns of other data. */
  void begin(Evaluation now) {
    List<String> columns = DataSlices.columns(now.data());
    if (!column.getItems().equals(columns)) {
      column.getItems().setAll(columns);
    }
    model.slices().columnProperty().get().filter(columns::contains).ifPresent(column::setValue);
    List<Optional<String>> others = new ArrayList<>(List.of(Optional.empty()));
    columns.stream().filter(one -> !one.equals(column.getValue())).map(Optional::of).forEach(others::add);
    if (!second.getItems().equals(others)) {
      Optional<String> kept = model.slices().secondProperty().get();
      second.getItems().setAll(others);
      second.setValue(null); // makes the button update
      second.setValue(others.contains(kept) ? kept : Optional.empty());
    }
    Sight.show(this, !columns.isEmpty());
  }

  void show(Evaluation now, List<SliceRow> rows, ModelEvaluation judgement) {
    EvaluationMetric main = SliceRow.mainOf(judgement);
    boolean two = judgement instanceof BinaryEvaluation;
    String positive = two ? new DataTexts(lang).ofClass(now.data().dataset(), 1) : "";
    double[] scale = scale(rows, now.isRegression());
    head(main, now, positive, scale);
    for (int i = 0; i < rows.size(); i++) {
      SliceRow row = rows.get(i);
      grid.set(i + 1, 0, name(row, now));
      grid.set(i + 1, 1, lang.numbers().whole(row.slice().examples().length));
      BinaryCounts counts = row.judgement() instanceof BinaryEvaluation at ? at.counts() : null;
      grid.set(i + 1, 2, counts == null ? "" : lang.numbers().whole(counts.tp() + counts.fn()));
      grid.set(i + 1, 3, words.counted(EvaluationMetric.ACCURACY, row.judgement()).orElse(""));
      IntervalBar bar = grid.at(i + 1, BAR) instanceof IntervalBar there ? there : grid.put(i + 1, BAR, new IntervalBar(theme));
      bar.show(row.main().value(), row.main().interval(), row.whole(), scale[0], scale[1]);
      grid.set(i + 1, 5, words.value(row.main().metric(), row.main().value(), scale[1]), "strong");
      grid.set(i + 1, 6, counts == null ? "" : words.ratio(counts.tp(), counts.tp() + counts.fn()));
      boolean differs = row.differs();
      boolean better = row.main().value() > row.whole() == main.higherIsBetter();
      grid.set(i + 1, 7, !differs ? "" : lang.say(better ? "metrics.slices.better" : "metrics.slices.worse"),
          differs ? new String[] {"badge", better ? "ok" : "warn"} : new String[0]);
    }
    grid.limit(rows.size() + 1);
    int left = model.slices().found() - rows.size();
    note.setText(rows.isEmpty() ? "" : left > 0 ? lang.say("metrics.slices.note_left", rows.size(), left, expected(rows.size()))
        : lang.say("metrics.slices.note", rows.size(), expected(rows.size())));
  }

  private String name(SliceRow row, Evaluation now) {
    String first = words.slice(row.slice(), now.data().dataset(), model.slices().columnProperty().get().orElse(""));
    return row.second().map(other -> lang.say("metrics.slices.pair", first,
        words.slice(other, now.data().dataset(), model.slices().secondProperty().get().orElse("")))).orElse(first);
  }

  private void head(EvaluationMetric main, Evaluation now, String positive, double[] scale) {
    boolean two = now.binary().isPresent();
    String first = model.slices().columnProperty().get().orElse("");
    grid.set(0, 0, model.slices().secondProperty().get().map(other -> lang.say("metrics.slices.pair", first, other)).orElse(first));
    grid.set(0, 1, lang.say("metrics.examples"));
    grid.set(0, 2, positive);
    grid.set(0, BAR, lang.say("metrics.slices.bar", words.name(main), words.value(main, scale[0]), words.value(main, scale[1])));
    grid.set(0, 3, now.isRegression() ? "" : lang.say("metrics.slices.correct"));
    grid.set(0, 5, "");
    grid.set(0, 6, two ? lang.say("metrics.slices.recall", positive) : "");
    grid.set(0, 7, "");
  }

  /** Expected number of 95 % intervals that miss the true value by chance. */
  private String expected(int comparisons) {
    return lang.numbers().significant(comparisons * 0.05, 2);
  }

  /** Ends of the scale: those of the intervals. */
  private static double[] scale(List<SliceRow> rows, boolean numbers) {
    if (numbers) {
      double most = rows.stream().mapToDouble(row -> row.main().interval().isDefined() ? row.main().interval().high() : row.main().value())
          .filter(Double::isFinite).max().orElse(1);
      return new double[] {0, most > 0 ? most : 1};
    }
    double least = rows.stream().filter(row -> row.main().interval().isDefined()).mapToDouble(row -> row.main().interval().low()).min()
        .orElse(0);
    return new double[] {Math.min(1 - NARROW, Math.floor(least * 10) / 10), 1};
  }
}
