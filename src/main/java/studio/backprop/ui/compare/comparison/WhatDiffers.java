package studio.backprop.ui.compare.comparison;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.compare.Differing;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;

/** Compared runs in columns: the settings in which they differ, in yellow, then results. */
final class WhatDiffers extends VBox {
  private static final int DIGITS = 3;
  private static final double NAMES = 90;
  /** Width of the value columns in percent. */
  private static final double VALUES = 70;

  private final Lang lang;
  private final VariantTexts words;
  private final GridPane grid = new GridPane();
  private final Label count = new Label();
  private final Label empty = new Label();
  private final ScrollPane scroll = new ScrollPane(grid);
  private int rows;

  WhatDiffers(Lang lang) {
    this.lang = lang;
    this.words = new VariantTexts(lang);
    getStyleClass().add("what-differs");
    setMinWidth(0);
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("tries.column.differs"));
    count.getStyleClass().add("differs");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, count);
    head.getStyleClass().add("title-row");
    empty.textProperty().bind(lang.bind("tries.differs.empty"));
    empty.getStyleClass().add("mut");
    empty.setWrapText(true);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, empty, scroll);
  }

  /** @param runs the first is the reference */
  void show(List<RunRow> runs) {
    boolean several = runs.size() > 1;
    empty.setVisible(!several);
    empty.setManaged(!several);
    scroll.setVisible(several);
    scroll.setManaged(several);
    count.setVisible(several);
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    rows = 0;
    if (!several) {
      return;
    }
    columns(runs);
    Map<Message, Object[]> differing = differing(runs);
    count.setText(lang.say("tries.differs.count", differing.size()));
    differing.forEach((what, values) -> row(lang.say(what), values.length, i -> words.value(values[i]), "differs-row"));
    results(runs);
  }

  private void columns(List<RunRow> runs) {
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(NAMES);
    names.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(names);
    for (int i = 0; i < runs.size(); i++) {
      ColumnConstraints values = new ColumnConstraints();
      values.setPercentWidth(VALUES / runs.size());
      grid.getColumnConstraints().add(values);
      Label name = new Label(lang.say("tries.differs.run", runs.get(i).number()));
      name.getStyleClass().addAll("letter", VariantColour.style(i), "value");
      name.setMaxWidth(Double.MAX_VALUE);
      grid.add(name, i + 1, 0);
    }
    rows = 1;
  }

  /** Values of each differing setting, one per run. */
  private static Map<Message, Object[]> differing(List<RunRow> runs) {
    Map<Message, Object[]> all = new LinkedHashMap<>();
    for (int i = 1; i < runs.size(); i++) {
      for (Differing one : Differing.between(runs.get(0).record().project(), runs.get(i).record().project())) {
        Object[] values = all.computeIfAbsent(one.what(), what -> filled(one.before(), runs.size()));
        values[i] = one.now();
      }
    }
    return all;
  }

  private static Object[] filled(Object value, int size) {
    Object[] all = new Object[size];
    Arrays.fill(all, value);
    return all;
  }

  private void results(List<RunRow> runs) {
    row(lang.say("tries.column.best_loss"), runs, one -> number(RunColumn.bestLoss(one.record())), "strong");
    row(lang.say("tries.column.best"), runs, one -> one.record().best().map(best -> lang.numbers().whole(best.epoch())).orElse("–"));
    row(lang.say("tries.column.validation"), runs, one -> number(one.record().validation().loss()));
    row(lang.say("tries.column.train"), runs, one -> number(one.record().train().loss()));
    row(lang.say("tries.column.right"), runs, one -> RunColumn.RIGHT.text(one, Optional.empty(), lang));
    row(lang.say("tries.column.steps"), runs, one -> lang.numbers().whole(one.record().steps()));
    if (runs.stream().anyMatch(one -> !one.record().adjustments().isEmpty())) {
      row(lang.say("tries.differs.changed"), runs,
          one -> one.record().adjustments().isEmpty() ? "–" : String.join("\n", words.changes(one.record())));
    }
  }

  private String number(double value) {
    return Double.isNaN(value) ? "–" : lang.numbers().significant(value, DIGITS);
  }

  private void row(String name, List<RunRow> runs, Function<RunRow, String> value, String... styles) {
    row(name, runs.size(), i -> value.apply(runs.get(i)), styles);
  }

  private void row(String name, int columns, Function<Integer, String> value, String... styles) {
    add(new Label(name), 0, styles);
    for (int i = 0; i < columns; i++) {
      Label cell = new Label(value.apply(i));
      cell.getStyleClass().add("value");
      cell.setWrapText(true);
      cell.setMinHeight(USE_PREF_SIZE);
      add(cell, i + 1, styles);
    }
    rows++;
  }

  private void add(Label label, int column, String... styles) {
    label.getStyleClass().add("cell");
    label.getStyleClass().addAll(styles);
    label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    label.setTooltip(new Tooltip(label.getText()));
    GridPane.setFillHeight(label, true);
    grid.add(label, column, rows);
  }
}
