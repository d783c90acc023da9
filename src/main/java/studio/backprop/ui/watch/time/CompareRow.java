package studio.backprop.ui.watch.time;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.watch.time.CompareModel.Row;
import studio.backprop.ui.workspace.run.DifferenceTexts;

/** Relative distance of a quantity of a node, with a bar that is full at 1. A click shows the node. */
final class CompareRow extends Button {
  private static final double BAR = 44;

  private final Lang lang;
  private final Label name = new Label();
  private final Label what = new Label();
  private final Label number = new Label();
  private final Region filled = new Region();
  private final HBox bar = new HBox(filled);

  CompareRow(Row row, CompareModel model, Lang lang) {
    this.lang = lang;
    Region band = new Region();
    band.getStyleClass().addAll("band", row.node().type().group().name().toLowerCase(Locale.ROOT));
    name.getStyleClass().add("name");
    what.getStyleClass().addAll("mut", "what");
    filled.getStyleClass().add("filled");
    bar.getStyleClass().add("difference");
    number.getStyleClass().addAll("strong", "number");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox line = new HBox(band, name, what, bar, number);
    line.getStyleClass().add("line");
    line.prefWidthProperty().bind(widthProperty().subtract(2));
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setGraphic(line);
    getStyleClass().addAll("flat", "compare-row");
    setMaxWidth(Double.MAX_VALUE);
    setOnAction(event -> model.show(row.node()));
    show(row);
  }

  /** Updates the numbers of the same node. */
  void show(Row row) {
    name.setText(row.node().name());
    what.setText(lang.say(row.what()));
    boolean compared = row.why().isEmpty();
    bar.setVisible(compared);
    bar.setManaged(compared);
    number.setText(row.why().map(lang::say).orElseGet(() -> DifferenceTexts.percent(row.ratio(), lang.numbers())));
    double width = Math.rint(BAR * Math.min(1, Double.isNaN(row.ratio()) ? 0 : row.ratio()));
    filled.setMinWidth(width);
    filled.setMaxWidth(width);
    setAccessibleText(lang.say("compare.row", row.node().name(), what.getText(), number.getText()));
  }
}
