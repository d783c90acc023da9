package studio.backprop.ui.judge.evaluate;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.ui.judge.evaluate.word.MetricsTexts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.TextGrid;

/** Table of the secondary figures with their intervals; for two classes with a field for β of Fβ. */
final class MoreFigures extends VBox {
  private static final List<Double> OFFERED = List.of(0.5, 1.0, 2.0);
  private static final NumberRange BETAS = NumberRange.real(0.1, 10, 0.5);
  private static final int DIGITS = 3;

  private final Lang lang;
  private final Hints hints;
  private final Terms terms;
  private final MetricsTexts words;
  private final TextGrid grid = new TextGrid(3, 0, false);
  private final HBox beta = new HBox();
  private final VBox refused = new VBox();
  private List<String> explained = List.of();

  MoreFigures(MetricsModel model, Lang lang, Hints hints) {
    this.lang = lang;
    this.hints = hints;
    this.terms = new Terms(lang);
    this.words = new MetricsTexts(lang);
    getStyleClass().add("class-table");
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("metrics.more_figures"));
    makeBeta(model.betaProperty());
    getChildren().addAll(title, beta, refused, grid);
  }

  /** Text field with a button for each usual value. */
  private void makeBeta(DoubleProperty chosen) {
    Label name = new Label();
    name.getStyleClass().add("note");
    name.textProperty().bind(lang.bind("metrics.beta"));
    hints.explain(name, "metrics.beta.help");
    terms.mark(name, "f-score");
    NumberModel number = new NumberModel(BETAS, chosen.get());
    number.valueProperty().bindBidirectional(chosen);
    NumberField field = new NumberField(lang, number, lang.bind("metrics.beta.help")).digits(DIGITS).refuseIn(refused);
    field.setId("f-beta");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    beta.getStyleClass().add("title-row");
    beta.getChildren().addAll(name, gap);
    for (double one : OFFERED) {
      Button offer = new Button();
      offer.getStyleClass().add("small");
      offer.textProperty().bind(lang.numbersProperty().map(numbers -> numbers.entry(one)));
      offer.accessibleTextProperty().bind(lang.bind("metrics.beta.offer", one));
      offer.setOnAction(event -> chosen.set(one));
      beta.getChildren().add(offer);
    }
    beta.getChildren().add(field);
  }

  /** @param complete whether all obtainable intervals are known */
  void show(ModelEvaluation judgement, List<MetricEstimate> figures, boolean complete) {
    List<MetricEstimate> rest = figures.stream().filter(figure -> !MetricsTexts.headline(judgement).contains(figure.metric())).toList();
    List<String> ids = rest.stream().map(figure -> figure.metric().id()).toList();
    if (!ids.equals(explained)) {
      grid.limit(0);
    }
    for (int row = 0; row < rest.size(); row++) {
      MetricEstimate figure = rest.get(row);
      Label name = grid.set(row, 0, words.name(figure.metric(), judgement));
      grid.set(row, 1, words.value(figure), "strong");
      String interval = words.interval(figure);
      boolean none = complete && interval.isEmpty();
      grid.set(row, 2, none ? MetricsTexts.NONE : words.interval(figure, complete), "mut");
      if (!ids.equals(explained)) {
        hints.explain(name, "metric." + figure.metric().id() + ".help");
        terms.mark(name, MetricsTexts.term(figure.metric()));
      }
    }
    explained = ids;
    Sight.show(beta, judgement instanceof BinaryEvaluation);
    setVisible(!rest.isEmpty());
  }
}
