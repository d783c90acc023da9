package studio.backprop.ui.compare.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.ui.compare.comparison.VariantColour;
import studio.backprop.ui.compare.comparison.VariantTexts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;

/** Table of the last step and the trajectory of each variant. */
final class StepTable extends VBox {
  private static final int DIGITS = 3;
  private static final List<String> COLUMNS = List.of("length", "way", "crow", "detour", "below");

  private final LandscapeModel model;
  private final Lang lang;
  private final GridPane rows = new GridPane();
  private final Label title = new Label();
  private final Label detail = new Label();
  private final NumberModel below;
  /** By variant and column. */
  private List<List<Label>> cells = List.of();

  StepTable(LandscapeModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    this.below = new NumberModel(NumberRange.positive(), model.belowProperty().get());
    below.valueProperty().bindBidirectional(model.belowProperty());
    getStyleClass().add("step-table");
    title.getStyleClass().add("panel-title");
    title.setMinWidth(USE_PREF_SIZE);
    title.textProperty().bind(lang.bind("landscape.table"));
    detail.getStyleClass().addAll("note", "mut");
    HBox head = new HBox(title, detail);
    head.getStyleClass().add("title-row");
    rows.getStyleClass().add("step-rows");
    for (int column = 0; column <= COLUMNS.size(); column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setHgrow(Priority.ALWAYS);
      constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
      rows.getColumnConstraints().add(constraints);
    }
    getChildren().addAll(head, rows);
    model.frameProperty().subscribe(this::redraw);
    lang.textsProperty().subscribe(texts -> redraw());
  }

  private void heads() {
    rows.getChildren().clear();
    rows.add(head("run"), 0, 0);
    for (int column = 0; column < COLUMNS.size() - 1; column++) {
      rows.add(head(COLUMNS.get(column)), column + 1, 0);
    }
    NumberField field = new NumberField(lang, below, lang.bind("landscape.table.below")).digits(4);
    field.setId("landscape-below");
    HBox last = new HBox(head("below"), field);
    last.getStyleClass().add("below-head");
    rows.add(last, COLUMNS.size(), 0);
  }

  private Label head(String key) {
    Label label = new Label();
    label.getStyleClass().addAll("note", "mut");
    label.textProperty().bind(lang.bind("landscape.table." + key));
    return label;
  }

  private void redraw() {
    if (rows.getChildren().isEmpty()) {
      heads();
    }
    detail.setText(lang.say("landscape.table.at", model.step()));
    if (cells.size() != model.trails().size()) {
      rows.getChildren().removeIf(cell -> GridPane.getRowIndex(cell) > 0);
      cells = IntStream.range(0, model.trails().size()).mapToObj(this::row).toList();
    }
    for (int variant = 0; variant < cells.size(); variant++) {
      DrawnTrail trail = model.trails().get(variant);
      int at = trail.placeAt(model.step());
      boolean gone = trail.gone(model.step());
      List<String> values = List.of(RacerTexts.name(model, lang, variant),
          gone ? "–" : written(trail.lengths()[at]), gone ? "–" : written(trail.ways()[at]), gone ? "–" : written(trail.crow()[at]),
          gone || Double.isNaN(trail.detour(at)) ? "–" : lang.say("landscape.table.times", lang.numbers().fixed(trail.detour(at), 2)),
          first(trail));
      for (int column = 0; column < values.size(); column++) {
        cells.get(variant).get(column).setText(values.get(column));
      }
    }
  }

  /** Cells of a variant, its name first: only texts change, as new labels would be styled and laid out in each frame. */
  private List<Label> row(int variant) {
    Label letter = new Label(VariantTexts.letter(variant));
    letter.getStyleClass().addAll("letter", VariantColour.style(variant));
    Label name = new Label();
    HBox both = new HBox(letter, name);
    both.getStyleClass().add("gap-8");
    rows.add(both, 0, variant + 1);
    List<Label> all = new ArrayList<>(List.of(name));
    for (int column = 1; column <= COLUMNS.size(); column++) {
      Label cell = new Label();
      cell.getStyleClass().add("value");
      rows.add(cell, column, variant + 1);
      all.add(cell);
    }
    return List.copyOf(all);
  }

  private String first(DrawnTrail trail) {
    OptionalLong first = trail.firstBelow(model.belowProperty().get());
    return first.isPresent() ? (trail.seenBefore(first.getAsLong()) ? "" : "≤ ") + lang.numbers().whole(first.getAsLong())
        : trail.diverged().isPresent() ? lang.say("landscape.table.diverged", trail.diverged().getAsLong())
        : model.lastStep() == 0 || !trail.measured() ? "–" : lang.say("landscape.table.never");
  }

  private String written(double value) {
    return Double.isNaN(value) ? "–" : value == 0 ? lang.numbers().whole(0) : lang.numbers().aligned(value, DIGITS);
  }
}
