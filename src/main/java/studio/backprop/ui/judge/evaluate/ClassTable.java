package studio.backprop.ui.judge.evaluate;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.MulticlassEvaluation;
import studio.backprop.evaluate.TargetKind;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.evaluate.metric.ClassReport;
import studio.backprop.ui.judge.evaluate.word.MetricsTexts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.TextGrid;
import studio.backprop.ui.kit.ThemeModel;

/**
 * Classification report: precision, recall and F1 of each class, and their averages; for several classes AUC and ECE, for pixels Dice and
 * IoU.
 */
final class ClassTable extends VBox {
  private static final int COLUMNS = 7;
  /** Rows of averages below the classes. */
  private static final int MEANS = 3;
  /** Maximum number of class names in a sentence. */
  private static final int MOST_ABSENT = 5;
  private static final double SWATCH = 8;
  private static final int NONE = -1;
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

  private final Lang lang;
  private final ThemeModel theme;
  private final MetricsTexts words;
  private final Label rest = new Label();
  private final Label help = new Label();
  private final IntegerProperty pointed = new SimpleIntegerProperty(this, "pointed", NONE);
  private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", NONE);
  private final ReadOnlyIntegerWrapper highlighted = new ReadOnlyIntegerWrapper(this, "highlighted", NONE);
  private int classes;
  private final TextGrid grid = new TextGrid(COLUMNS, 0, true);

  ClassTable(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    this.words = new MetricsTexts(lang);
    getStyleClass().add("class-table");
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("metrics.per_class"));
    new Terms(lang).explain(title, "precision", "macro-average", "iou", "dice");
    rest.getStyleClass().addAll("note", "mut");
    rest.setWrapText(true);
    rest.textProperty().subscribe(said -> Sight.show(rest, !said.isEmpty()));
    help.getStyleClass().addAll("note", "mut");
    help.setWrapText(true);
    help.setMinHeight(USE_PREF_SIZE);
    help.textProperty().bind(lang.bind("metrics.per_class.help"));
    getChildren().addAll(title, help, grid, rest);
    listen();
  }

  /** @param curves of the classes: AUC and calibration are shown for several classes only; not for pixels, which show their overlap */
  void show(ModelEvaluation judgement, List<String> names, ClassCurves curves) {
    ClassReport report = report(judgement);
    boolean several = judgement instanceof MulticlassEvaluation;
    boolean pixels = judgement.kind() == TargetKind.PIXELS;
    classes = several ? Math.min(ClassCurves.MOST_CLASSES, report.classes()) : 0;
    chosen.set(Math.min(chosen.get(), classes - 1));
    pointed.set(Math.min(pointed.get(), classes - 1));
    grid.setFocusTraversable(several);
    Sight.show(help, several);
    int row = 0;
    write(row++, "", lang.say("metrics.head.precision"), lang.say("metrics.head.recall"), lang.say(pixels ? "metrics.dice" : "metric.f1"),
        lang.say(MetricsTexts.targets(judgement.kind())), pixels ? lang.say("metrics.iou") : several ? lang.say("metrics.auc") : "",
        several && !pixels ? lang.say("metrics.ece") : "");
    for (int c = 0; c < Math.min(ClassCurves.MOST_CLASSES, report.classes()); c++) {
      write(row, names.get(c), percent(report.precision(c)), percent(report.recall(c)), decimal(report.f1(c)),
          lang.numbers().whole(report.support(c)), pixels ? decimal(report.iou(c)) : several ? decimal(curves.areas().get(c)) : "",
          several && !pixels ? decimal(curves.errors().get(c)) : "");
      swatch(row++, c, report.classes() <= Palette.classes());
    }
    write(row++, lang.say("metrics.macro"), percent(report.macro(report::precision)), percent(report.macro(report::recall)),
        decimal(report.macro(report::f1)), lang.numbers().whole(report.total()), pixels ? decimal(report.macro(report::iou)) : "");
    write(row++, lang.say("metrics.weighted"), percent(report.weighted(report::precision)), percent(report.weighted(report::recall)),
        decimal(report.weighted(report::f1)), "", pixels ? decimal(report.weighted(report::iou)) : "");
    write(row++, lang.say("metrics.micro"), percent(report.micro()), percent(report.micro()), decimal(report.micro()));
    grid.limit(row);
    for (int mean = row - MEANS; mean < row; mean++) {
      ((Label) grid.at(mean, 0)).setGraphic(null); // left over from data with more classes
    }
    sayChosen();
    int left = report.classes() - ClassCurves.MOST_CLASSES;
    String more = left > 0 ? lang.say("metrics.classes_left", left) : "";
    rest.setText((more + " " + absent(report, names)).strip());
  }

  private String absent(ClassReport report, List<String> names) {
    int count = (int) report.absent().count();
    String named = report.absent().limit(MOST_ABSENT).mapToObj(names::get).collect(Collectors.joining(lang.say("plots.list")));
    return count == 0 ? "" : lang.say("metrics.absent", count, named, count - MOST_ABSENT);
  }

  static ClassReport report(ModelEvaluation judgement) {
    if (judgement instanceof BinaryEvaluation two) {
      BinaryCounts counts = two.counts();
      return new ClassReport(new long[][] {{counts.tn(), counts.fp()}, {counts.fn(), counts.tp()}});
    }
    return ((MulticlassEvaluation) judgement).report();
  }

  private void write(int row, String... cells) {
    for (int column = 0; column < COLUMNS; column++) {
      String cell = column < cells.length ? cells[column] : "";
      boolean headed = row > 0 && grid.at(0, column) instanceof Label head && !head.getText().isEmpty();
      if (!cell.isEmpty() || headed || column == 0 || grid.at(row, column) != null) { // an empty column would take space
        grid.set(row, column, cell);
      }
    }
  }

  // --- the class whose curves are shown among those of all others

  private void listen() {
    grid.setOnMouseMoved(at -> pointed.set(classAt(at.getY())));
    grid.setOnMouseExited(at -> pointed.set(NONE));
    grid.setOnMouseClicked(at -> {
      choose(classAt(at.getY()) == chosen.get() ? NONE : classAt(at.getY()));
      grid.requestFocus();
    });
    grid.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    grid.setAccessibleRole(AccessibleRole.LIST_VIEW);
    grid.getStyleClass().add("focusable");
    highlighted.bind(Bindings.when(pointed.greaterThanOrEqualTo(0)).then(pointed).otherwise(chosen));
    highlighted.subscribe((before, now) -> {
      mark(before.intValue(), false);
      mark(now.intValue(), true);
    });
  }

  private void mark(int index, boolean marked) {
    for (int column = 0; column < COLUMNS; column++) {
      if (index >= 0 && grid.at(index + 1, column) != null) {
        grid.at(index + 1, column).pseudoClassStateChanged(MARKED, marked);
      }
    }
  }

  private int classAt(double y) {
    for (int c = 0; c < classes; c++) {
      Node name = grid.at(c + 1, 0);
      if (name != null && y >= name.getLayoutY() && y < name.getLayoutY() + name.getLayoutBounds().getHeight()) {
        return c;
      }
    }
    return NONE;
  }

  private void press(KeyEvent key) {
    switch (key.getCode()) {
      case UP -> choose(Math.max(0, chosen.get() - 1));
      case DOWN -> choose(Math.min(classes - 1, chosen.get() + 1));
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void choose(int index) {
    chosen.set(index);
    sayChosen();
  }

  private void sayChosen() {
    String name = chosen.get() >= 0 && grid.at(chosen.get() + 1, 0) instanceof Label label ? label.getText() : "";
    grid.setAccessibleText(name.isEmpty() ? lang.say("metrics.per_class") : name);
  }

  /** The hovered or selected class; −1 for none. */
  ReadOnlyIntegerProperty highlightedProperty() {
    return highlighted.getReadOnlyProperty();
  }

  /** Colour of the class in the plots; none where two classes would share it. */
  private void swatch(int row, int index, boolean few) {
    Label name = (Label) grid.at(row, 0);
    if (!few) {
      name.setGraphic(null);
      return;
    }
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
