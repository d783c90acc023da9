package studio.backprop.ui.evaluate;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import studio.backprop.evaluate.BinaryJudgement;
import studio.backprop.evaluate.ClassesJudgement;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.Judgement;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.evaluate.metric.ClassReport;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.ThemeModel;

/** Precision, recall and F1 of each class, and their means over the classes. */
final class ClassTable extends VBox {
  private static final int COLUMNS = 6;
  private static final double SWATCH = 8;

  private final Lang lang;
  private final ThemeModel theme;
  private final MetricWords words;
  private final TextGrid grid = new TextGrid(COLUMNS, 0, true);

  ClassTable(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    this.words = new MetricWords(lang);
    getStyleClass().add("class-table");
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("metrics.per_class"));
    new Terms(lang).explain(title, "precision", "macro-average");
    getChildren().addAll(title, grid);
  }

  /** @param areas under the ROC curve, by class; shown of several classes only */
  void show(Judgement judgement, List<String> names, List<Double> areas) {
    ClassReport report = report(judgement);
    boolean several = judgement instanceof ClassesJudgement;
    int row = 0;
    write(row++, "", lang.say("metric.precision"), lang.say("metric.recall"), lang.say("metric.f1"), lang.say("metrics.examples"),
        several ? lang.say("metrics.auc") : "");
    for (int c = 0; c < report.classes(); c++) {
      write(row, names.get(c), percent(report.precision(c)), percent(report.recall(c)), decimal(report.f1(c)),
          lang.numbers().whole(report.support(c)), several ? decimal(areas.get(c)) : "");
      swatch(row++, c);
    }
    write(row++, lang.say("metrics.macro"), percent(report.macro(report::precision)), percent(report.macro(report::recall)),
        decimal(report.macro(report::f1)), lang.numbers().whole(report.total()));
    write(row++, lang.say("metrics.weighted"), percent(report.weighted(report::precision)), percent(report.weighted(report::recall)),
        decimal(report.weighted(report::f1)));
    write(row++, lang.say("metrics.micro"), percent(report.micro()), percent(report.micro()), decimal(report.micro()));
    grid.limit(row);
  }

  static ClassReport report(Judgement judgement) {
    if (judgement instanceof BinaryJudgement two) {
      BinaryCounts counts = two.counts();
      return new ClassReport(new long[][] {{counts.tn(), counts.fp()}, {counts.fn(), counts.tp()}});
    }
    return ((ClassesJudgement) judgement).report();
  }

  private void write(int row, String... cells) {
    for (int column = 0; column < cells.length; column++) {
      if (!cells[column].isEmpty() || column == 0 || grid.at(row, column) != null) { // an empty column would take room
        grid.set(row, column, cells[column]);
      }
    }
  }

  /** The colour that the class has in the plots. */
  private void swatch(int row, int index) {
    Label name = (Label) grid.at(row, 0);
    if (name.getGraphic() == null) {
      name.setGraphic(new Rectangle(SWATCH, SWATCH));
    }
    ((Rectangle) name.getGraphic()).setFill(theme.palette().ofClass(index));
  }

  private String percent(double value) {
    return words.value(EvaluationMetric.PRECISION, value);
  }

  private String decimal(double value) {
    return words.value(EvaluationMetric.F1, value);
  }
}
