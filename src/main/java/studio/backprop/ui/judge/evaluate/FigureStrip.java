package studio.backprop.ui.judge.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.ui.judge.evaluate.word.MetricsTexts;
import studio.backprop.ui.kit.CardRows;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;

/** Strip of the main figures, in large type, each with its interval and its value at the loss's own threshold. */
final class FigureStrip extends VBox {
  /** Figures per row where there is no room for all. */
  private static final int FEW = 4;
  /** Border and padding of a figure, in px. */
  private static final double BESIDE = 15;

  private record Cell(EvaluationMetric metric, Label name, Label value, Label interval, Label counted, Label usual) {
    static Cell of(EvaluationMetric metric) {
      Cell cell = new Cell(metric, new Label(), new Label(), new Label(), new Label(), new Label());
      cell.value.getStyleClass().add("figure");
      List.of(cell.interval, cell.counted, cell.usual).forEach(line -> line.getStyleClass().addAll("note", "mut"));
      return cell;
    }
  }

  private final Lang lang;
  private final Hints hints;
  private final Terms terms;
  private final MetricsTexts words;
  private final CardRows rows = new CardRows(FEW, "figure-row");
  private boolean narrow;
  private List<Cell> cells = List.of();

  FigureStrip(Lang lang, Hints hints) {
    this.lang = lang;
    this.hints = hints;
    this.terms = new Terms(lang);
    this.words = new MetricsTexts(lang);
    getStyleClass().addAll("card", "figure-strip");
    getChildren().add(rows);
    setMinHeight(USE_PREF_SIZE); // two-line names are not cut
    widthProperty().subscribe(width -> align());
    lang.textsProperty().subscribe(texts -> align());
  }

  /** @param cut the loss's own threshold @param complete whether all obtainable intervals are known */
  void show(ModelEvaluation judgement, List<MetricEstimate> figures, double cut, boolean complete) {
    List<EvaluationMetric> wanted = MetricsTexts.headline(judgement);
    if (!cells.stream().map(Cell::metric).toList().equals(wanted)) {
      cells = wanted.stream().map(Cell::of).toList();
      rows.setCards(cells.stream().map(this::node).toList());
      applyCss();
      align();
    }
    Map<EvaluationMetric, MetricEstimate> by = ModelEvaluation.byMetric(figures);
    Optional<Map<EvaluationMetric, MetricEstimate>> usual = judgement instanceof BinaryEvaluation two && two.threshold() != cut
        ? Optional.of(ModelEvaluation.byMetric(two.at(cut).figures())) : Optional.empty();
    for (Cell cell : cells) {
      MetricEstimate figure = by.get(cell.metric);
      cell.value.setText(words.value(figure));
      cell.interval.setText(words.interval(figure, complete));
      cell.counted.setText(words.counted(cell.metric, judgement).orElse(""));
      cell.usual.setText(usual.filter(at -> MetricsTexts.dependsOnThreshold(cell.metric))
          .map(at -> lang.say("metrics.at", words.usual(cut), words.value(at.get(cell.metric)))).orElse(""));
      cell.value.setAccessibleText(words.name(cell.metric) + " " + cell.value.getText() + ", " + cell.interval.getText());
    }
    boolean counted = cells.stream().anyMatch(cell -> !cell.counted.getText().isEmpty());
    for (Cell cell : cells) {
      cell.counted.setManaged(counted);
      cell.usual.setManaged(judgement instanceof BinaryEvaluation);
    }
  }

  /** For widths that do not fit all figures in one row. */
  void makeNarrow(boolean now) {
    narrow = now;
    rows.makeNarrow(now);
    align();
  }

  /** Gives all names the number of lines of the longest, so that the values align. */
  private void align() {
    if (cells.isEmpty() || getWidth() <= 0) {
      return;
    }
    double each = Math.floor(getWidth() / (narrow ? FEW : cells.size())) - BESIDE;
    cells.forEach(cell -> cell.name.setMinHeight(USE_COMPUTED_SIZE));
    double most = cells.stream().mapToDouble(cell -> cell.name.prefHeight(each)).max().orElse(0);
    cells.forEach(cell -> cell.name.setMinHeight(most));
  }

  private VBox node(Cell cell) {
    Label name = cell.name;
    name.getStyleClass().addAll("note", "figure-name");
    name.textProperty().bind(lang.bind("metric." + cell.metric.id()));
    name.setWrapText(true);
    cell.interval.setWrapText(true);
    List<Label> lines = new ArrayList<>(List.of(name, cell.value, cell.interval, cell.counted, cell.usual));
    VBox box = new VBox();
    box.getChildren().setAll(lines);
    box.getStyleClass().add("figure-cell");
    hints.explainUnder(box, "metric." + cell.metric.id() + ".help");
    terms.mark(box, MetricsTexts.term(cell.metric));
    lines.forEach(line -> line.setMinWidth(0));
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setPrefWidth(1);
    box.setMaxWidth(Double.MAX_VALUE);
    return box;
  }
}
