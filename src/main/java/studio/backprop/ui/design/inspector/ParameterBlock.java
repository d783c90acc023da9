package studio.backprop.ui.design.inspector;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;

/** Block of one parameter: name, shape and six statistics in fixed places. */
final class ParameterBlock extends VBox {
  private static final String[] NAMES = {"norm", "gradient", "update", "least", "mean", "most"};
  /** Glossary terms of the first three. */
  private static final String[] TERMS = {"norm", "gradient", "update-ratio"};

  private static final int COLUMNS = 3;

  private final Lang lang;
  private final Label title = new Label();
  private final Label shape = new Label();
  private final Label[] values = new Label[NAMES.length];

  ParameterBlock(Lang lang) {
    this.lang = lang;
    getStyleClass().add("parameter-block");
    title.getStyleClass().add("strong");
    shape.getStyleClass().addAll("note", "mut");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, shape);
    getChildren().addAll(head, grid());
  }

  private GridPane grid() {
    GridPane grid = new GridPane();
    for (int c = 0; c < COLUMNS; c++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < NAMES.length; i++) {
      Label name = new Label();
      name.getStyleClass().add("name");
      name.textProperty().bind(lang.bind("inspector.number." + NAMES[i]));
      values[i] = new Label();
      values[i].getStyleClass().add("value");
      name.setLabelFor(values[i]);
      if (i < TERMS.length) {
        new Terms(lang).explain(name, TERMS[i]);
      }
      grid.add(new VBox(name, values[i]), i % COLUMNS, i / COLUMNS);
    }
    return grid;
  }

  void show(ParameterNumbers numbers) {
    Message name = Message.of(Texts.ENGLISH.has("parameter." + numbers.name()) ? "parameter." + numbers.name() : "inspector.raw",
        numbers.name());
    title.setText(lang.say("inspector.parameter", numbers.node(), name));
    shape.setText(numbers.shape());
    values[0].setText(said(numbers.norm()));
    values[1].setText(said(numbers.gradientNorm()));
    values[2].setText(numbers.updateRatio() > 0 ? lang.numbers().significantPercent(numbers.updateRatio(), 2) : "–");
    values[3].setText(said(numbers.least()));
    values[4].setText(said(numbers.mean()));
    values[5].setText(said(numbers.most()));
  }

  /** Three significant digits; a dash for NaN. */
  private String said(double value) {
    return Double.isNaN(value) ? "–" : lang.numbers().significant(value, 3);
  }
}
