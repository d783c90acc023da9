package studio.backprop.ui.judge.evaluate;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.RegressionEvaluation;
import studio.backprop.ui.kit.CardRows;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.workspace.run.DataTexts;

/** Side panel: threshold, confusion matrix, class table, comparison of the parts, and further figures. */
final class MetricsSidePane extends VBox {
  private static final double TWO = 176;
  private static final double SEVERAL = 200;
  /** Minimum cell size for a readable number. */
  private static final double CELL = 24;
  private static final double NAMES = 40;
  /** Minimum width of the table of classes. */
  private static final double TABLE = 480;
  /** Maximum number of classes with visible cells. */
  private static final int MOST_CELLS = 100;

  /** Borders and gaps of the two cards. */
  private static final double AROUND = 48;

  private final MetricsModel model;
  private final Lang lang;
  private final ThresholdPane threshold;
  private final MatrixView matrix;
  private final VBox matrixPane;
  private final ClassTable classes;
  private final PartsPane parts;
  private final MoreFigures more;
  private final CardRows wide = new CardRows(1, "plot-row");
  private VBox matrixCard;
  private VBox classCard;

  MetricsSidePane(MetricsModel model, Lang lang, Hints hints, ThemeModel theme, MatrixView.CellChoice cells) {
    this.model = model;
    this.lang = lang;
    threshold = new ThresholdPane(model, lang, hints);
    matrix = new MatrixView(lang, theme, (truth, predicted) -> {
      if (isOpenable()) {
        cells.show(truth, predicted);
      }
    });
    classes = new ClassTable(lang, theme);
    parts = new PartsPane(lang, theme);
    more = new MoreFigures(model, lang, hints);
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("metrics.matrix"));
    new Terms(lang).explain(title, "confusion-matrix");
    matrixPane = new VBox(title, matrix, threshold.compared());
    matrixPane.getStyleClass().add("class-table");
    VBox.setVgrow(matrix, Priority.ALWAYS);
    wide.widthProperty().subscribe(now -> arrange());
    Sight.show(wide, false);
    getStyleClass().add("metrics-side");
    getChildren().addAll(threshold, matrixPane, classes, parts, more);
  }

  /** Several classes do not fit here: {@link #wide} takes them. */
  private void place(boolean here) {
    boolean before = getChildren().contains(classes);
    if (here && !before) {
      getChildren().addAll(1, List.of(matrixPane, classes));
    } else if (!here && before) {
      getChildren().removeAll(matrixPane, classes);
    }
    if (here) {
      wide.setCards(List.of());
      matrixCard = null;
    } else if (matrixCard == null) {
      matrixCard = card(matrixPane, 0);
      classCard = card(classes, TABLE);
      wide.setCards(List.of(matrixCard, classCard));
    }
    Sight.show(wide, !here);
    arrange();
  }

  /** Side by side while the cells of the matrix are readable, else stacked. */
  private void arrange() {
    if (matrixCard == null || wide.getWidth() <= 0) {
      return;
    }
    boolean beside = !matrixPane.isVisible() || wide.getWidth() - TABLE - AROUND >= matrix.leastWidth();
    HBox.setHgrow(classCard, matrixPane.isVisible() ? Priority.NEVER : Priority.ALWAYS); // the matrix takes the rest
    Sight.show(matrixCard, matrixPane.isVisible());
    wide.makeNarrow(!beside);
  }

  private static VBox card(VBox content, double least) {
    VBox card = new VBox(content);
    VBox.setVgrow(content, Priority.ALWAYS);
    card.getStyleClass().add("card");
    card.setPrefWidth(Math.max(1, least));
    card.setMinWidth(least);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  /** Confusion matrix and table of several classes, for a wider place. */
  CardRows wide() {
    return wide;
  }

  ClassTable classes() {
    return classes;
  }

  /** One of several targets of an example has no row of its own to be shown. */
  private boolean isOpenable() {
    Evaluation now = model.evaluationProperty().get();
    return now != null && now.hasOneTargetEach();
  }

  void begin(Evaluation now) {
    boolean two = now.binary().isPresent();
    boolean numbers = now.judgement() instanceof RegressionEvaluation;
    Sight.show(threshold, two);
    Sight.show(matrixPane, !numbers && now.data().dataset().classNames().size() <= MOST_CELLS);
    Sight.show(classes, !numbers);
    double high = two ? TWO : Math.max(SEVERAL, NAMES + CELL * now.data().dataset().classNames().size());
    matrix.setMinHeight(high);
    matrix.setPrefHeight(high);
    matrix.setMaxHeight(two ? TWO : Double.MAX_VALUE);
    place(two || numbers);
    if (two) {
      threshold.begin(now);
    }
    parts.show(now);
  }

  /** Shows a changed evaluation or its intervals. */
  void show(Evaluation now) {
    ModelEvaluation judgement = model.judgementProperty().get();
    more.show(judgement, model.figuresProperty().get(), model.isComplete());
    if (judgement instanceof RegressionEvaluation) {
      return;
    }
    List<String> names = new DataTexts(lang).classes(now.data().dataset());
    matrix.show(judgement, names, isOpenable());
    arrange();
    classes.show(judgement, names, now.curves());
    if (judgement instanceof BinaryEvaluation two) {
      threshold.show(now, two);
    } else {
      Sight.show(threshold.compared(), false);
    }
  }
}
