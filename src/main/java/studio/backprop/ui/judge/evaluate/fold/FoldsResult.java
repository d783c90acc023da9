package studio.backprop.ui.judge.evaluate.fold;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import studio.backprop.data.Dataset;
import studio.backprop.evaluate.fold.BestColumns;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldJob;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.evaluate.fold.FoldSummary;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Veil;
import studio.backprop.ui.workspace.run.DataTexts;

/** Mean of the main figure with its interval, a bar per fold, and the comparison with the training rows and a baseline. */
final class FoldsResult extends VBox {
  private static final int FEW = 2;
  /** Maximum number of columns that are named outside the tooltip. */
  private static final int NAMED = 5;

  private final Lang lang;
  private final FoldsTexts words;
  private final Label mean = new Label();
  private final Label interval = new Label();
  private final Label columns = new Label();
  private final FoldBars bars;
  private final Label caption = new Label();
  private final TextGrid grid = new TextGrid(2, 0, false);

  FoldsResult(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.words = new FoldsTexts(lang);
    this.bars = new FoldBars(lang, theme);
    getStyleClass().add("class-table");
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("folds.result"));
    mean.getStyleClass().add("figure");
    mean.setId("folds-mean");
    new Terms(lang).explain(interval, "confidence-interval");
    for (Label label : List.of(interval, caption)) {
      label.getStyleClass().addAll("note", "mut");
      label.setWrapText(true);
    }
    columns.setWrapText(true);
    columns.setId("folds-columns");
    columns.getStyleClass().add("note");
    getChildren().addAll(title, mean, interval, columns, bars, caption, grid);
  }

  /** @param warned whether a leaking selection of columns is warned of */
  void show(FoldExperiment folds, boolean warned) {
    List<FoldResult> results = folds.results();
    Dataset data = folds.jobs().get(0).whole().dataset();
    FoldFigure main = FoldFigure.of(data).get(0);
    FoldSummary summary = FoldSummary.of(main, results);
    boolean some = results.size() >= FEW;
    mean.setText(some ? words.value(main, summary.mean()) : "–");
    // where a lesson asks for the mean or the deviation, either follows from the interval, and the mean from the gap
    boolean asked = lang.veil().hides(summary.mean()) || lang.veil().hides(summary.deviation());
    interval.setText(!some ? lang.say("folds.interval.pending") : asked ? Veil.SIGN
        : lang.say(results.size() < folds.all() ? "folds.interval.some" : "folds.interval", words.name(main, folds),
            words.interval(main, summary.interval()), summary.degrees(), results.size(), folds.all()));
    showColumns(folds.plan().columns(), data.width(), results, warned);
    bars.show(folds, main);
    Sight.show(bars, !results.isEmpty());
    Sight.show(caption, !results.isEmpty());
    caption.setText(bars.areDots() ? lang.say("folds.dots", words.name(main))
        : lang.say("folds.bars", words.name(main), words.value(main, bars.begin())));
    int row = 0;
    if (some) {
      FoldSummary train = FoldSummary.ofTrain(main, results);
      row(row++, lang.say("folds.train_mean"), words.value(main, train.mean()));
      row(row++, lang.say("folds.gap"), asked ? Veil.SIGN
          : words.gap(main, train.mean() - summary.mean(), summary.mean()));
      if (main == FoldFigure.ACCURACY && data.answers() == 1) {
        row = baseline(row, folds, data);
      }
      if (results.stream().allMatch(result -> result.counts().isPresent())) {
        long positives = results.stream().flatMap(result -> result.counts().stream()).mapToLong(counts -> counts.tp() + counts.fn()).sum();
        row(row++, lang.say("folds.all_false_negatives"), lang.say("folds.of_positives", FoldTable.sum(results, true), positives));
      }
    }
    grid.limit(row);
  }

  /** The selected columns, the rows of the selection, and a warning if it leaks. */
  private void showColumns(BestColumns chosen, int all, List<FoldResult> results, boolean warned) {
    boolean leaks = chosen.leaks() && warned;
    String key = leaks ? "folds.result.leaks" : chosen.leaks() ? "folds.result.on_all" : "folds.result.columns";
    columns.setText(chosen.choosesAny() ? lang.say(key, chosen.count(), all) : "");
    List<String> names = BestColumns.times(results).entrySet().stream()
        .map(one -> lang.say("folds.chosen", one.getKey(), one.getValue(), results.size())).toList();
    if (!names.isEmpty()) {
      columns.setText(columns.getText() + "\n" + String.join(lang.say("folds.and"), names.subList(0, Math.min(NAMED, names.size())))
          + (names.size() > NAMED ? lang.say("folds.chosen.more", names.size() - NAMED) : ""));
    }
    columns.setTooltip(names.size() > NAMED ? new Tooltip(String.join("\n", names)) : null);
    columns.setGraphic(leaks ? Icon.WARNING.view() : null);
    columns.getStyleClass().removeAll("warn", "mut");
    columns.getStyleClass().add(leaks ? "warn" : "mut");
    Sight.show(columns, chosen.choosesAny());
  }

  /** Baseline of always predicting the most frequent class. */
  private int baseline(int row, FoldExperiment folds, Dataset data) {
    long[] counts = new long[data.classNames().size()];
    for (FoldJob job : folds.jobs()) {
      for (int of : job.test()) {
        counts[(int) data.target(of)]++;
      }
    }
    int most = 0;
    for (int c = 1; c < counts.length; c++) {
      most = counts[c] > counts[most] ? c : most;
    }
    row(row, lang.say("folds.baseline", new DataTexts(lang).ofClass(data, most)),
        words.value(FoldFigure.ACCURACY, (double) counts[most] / Arrays.stream(counts).sum()));
    return row + 1;
  }

  private void row(int row, String name, String value) {
    grid.set(row, 0, name);
    grid.set(row, 1, value, "strong");
  }
}
