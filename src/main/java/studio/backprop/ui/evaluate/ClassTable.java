package studio.backprop.ui.evaluate;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import studio.backprop.evaluate.BinaryJudgement;
import studio.backprop.evaluate.ClassesJudgement;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.Judgement;
import studio.backprop.evaluate.TargetKind;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.evaluate.metric.ClassReport;
import studio.backprop.ui.evaluate.word.MetricWords;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.ThemeModel;

/** Precision, recall and F1 of each class, and their means over the classes; of several classes AUC and ECE, of pixels Dice and IoU. */
final class ClassTable extends VBox {
  private static final int COLUMNS = 7;
  private static final double SWATCH = 8;
  /** What is counted. */
  private static final Map<TargetKind, String> TARGETS =
      Map.of(TargetKind.SINGLE, "metrics.examples", TargetKind.SEQUENCE, "metrics.places", TargetKind.PIXELS, "metrics.pixels");

  private final Lang lang;
  private final ThemeModel theme;
  private final MetricWords words;
  private final Label rest = new Label();
  private boolean tight;
  private final TextGrid grid = new TextGrid(COLUMNS, 0, true);

  ClassTable(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    this.words = new MetricWords(lang);
    getStyleClass().add("class-table");
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("metrics.per_class"));
    new Terms(lang).explain(title, "precision", "macro-average", "iou", "dice");
    rest.getStyleClass().addAll("note", "mut");
    rest.setWrapText(true);
    rest.textProperty().subscribe(said -> Sight.show(rest, !said.isEmpty()));
    getChildren().addAll(title, grid, rest);
  }

  /** @param curves of the classes: areas and calibration are shown of several classes only; of pixels their overlap is */
  void show(Judgement judgement, List<String> names, ClassCurves curves) {
    ClassReport report = report(judgement);
    boolean several = judgement instanceof ClassesJudgement;
    boolean pixels = judgement.kind() == TargetKind.PIXELS;
    tight = several && !pixels;
    int row = 0;
    write(row++, "", lang.say("metric.precision"), lang.say("metric.recall"), lang.say(pixels ? "metrics.dice" : "metric.f1"),
        lang.say(tight ? "metrics.count" : TARGETS.get(judgement.kind())),
        pixels ? lang.say("metrics.iou") : several ? lang.say("metrics.auc") : "", tight ? lang.say("metrics.ece") : "");
    for (int c = 0; c < Math.min(ClassCurves.MOST_CLASSES, report.classes()); c++) {
      write(row, names.get(c), percent(report.precision(c)), percent(report.recall(c)), decimal(report.f1(c)),
          lang.numbers().whole(report.support(c)), pixels ? decimal(report.iou(c)) : several ? decimal(curves.areas().get(c)) : "",
          tight ? decimal(curves.errors().get(c)) : "");
      swatch(row++, c);
    }
    write(row++, lang.say("metrics.macro"), percent(report.macro(report::precision)), percent(report.macro(report::recall)),
        decimal(report.macro(report::f1)), lang.numbers().whole(report.total()), pixels ? decimal(report.macro(report::iou)) : "");
    write(row++, lang.say("metrics.weighted"), percent(report.weighted(report::precision)), percent(report.weighted(report::recall)),
        decimal(report.weighted(report::f1)), "", pixels ? decimal(report.weighted(report::iou)) : "");
    write(row++, lang.say("metrics.micro"), percent(report.micro()), percent(report.micro()), decimal(report.micro()));
    grid.limit(row);
    int left = report.classes() - ClassCurves.MOST_CLASSES;
    rest.setText(left > 0 ? lang.say("metrics.classes_left", left) : "");
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

  /** Beside AUC and ECE there is no room for the sign of percent. */
  private String percent(double value) {
    return words.value(tight ? EvaluationMetric.F1 : EvaluationMetric.PRECISION, value);
  }

  private String decimal(double value) {
    return words.value(EvaluationMetric.F1, value);
  }
}
