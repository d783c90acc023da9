package studio.backprop.ui.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;

/** How many examples each class has, what that lets one expect, and how they are split. A click on a class shows its examples. */
final class CountsPane extends VBox {
  /** More classes would be a list nobody reads. */
  private static final int MOST = 12;
  private static final int BINS = 12;
  private static final double BAR = 6;

  private final ExamplesModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Words words;

  CountsPane(ExamplesModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = new Words(lang);
    getStyleClass().add("counts");
    model.dataProperty().subscribe(this::build);
    lang.textsProperty().subscribe(this::build);
    theme.paletteProperty().subscribe(this::build);
  }

  private void build() {
    getChildren().clear();
    model.dataProperty().getValue().ifPresent(data -> {
      if (ExamplesModel.hasClasses(data)) {
        classes(data, ClassCounts.of(data));
      } else {
        values(data);
      }
    });
  }

  private static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  private Label sentence(String text) {
    Label sentence = label(text);
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    return sentence;
  }

  private HBox title(String key, String detail) {
    HBox title = new HBox(label(lang.say(key), "strong"), label(detail, "note", "mut"));
    title.getStyleClass().add("counts-title");
    return title;
  }

  private VBox hint(String text) {
    VBox hint = new VBox(sentence(text));
    hint.getStyleClass().addAll("banner", "hint");
    return hint;
  }

  // --- classes

  private void classes(PreparedData data, ClassCounts counts) {
    getChildren().add(title("examples.classes", data.dataset().about().targetName()));
    int shown = Math.min(MOST, counts.classes());
    for (int c = 0; c < shown; c++) {
      getChildren().add(row(data, counts, c));
    }
    if (shown < counts.classes()) {
      getChildren().add(label(lang.say("examples.more_classes", counts.classes() - shown), "note", "mut"));
    }
    int largest = counts.largest();
    String name = data.dataset().classNames().get(largest);
    getChildren().add(hint(lang.say("examples.baseline", name, lang.numbers().percent(counts.share(largest), 1))));
    getChildren().addAll(title("examples.split", ""), split(data, counts, shown));
  }

  private Button row(PreparedData data, ClassCounts counts, int c) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    String name = data.dataset().classNames().get(c);
    Label share = label(lang.numbers().percent(counts.share(c), 1), "note", "mut", "share");
    HBox words = new HBox(label(name), gap, label(lang.numbers().whole(counts.of(c)), "strong"), share);
    words.getStyleClass().add("words");
    VBox content = new VBox(words, bar((double) counts.of(c) / counts.of(counts.largest()), theme.palette().ofClass(c)));
    Button row = new Button(null, content);
    row.getStyleClass().addAll("bare", "class-row");
    row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    row.setMaxWidth(Double.MAX_VALUE);
    content.prefWidthProperty().bind(row.widthProperty().subtract(2));
    row.setAccessibleText(lang.say("examples.class_row", name, counts.of(c), lang.numbers().percent(counts.share(c), 1)));
    row.setOnAction(e -> model.show(c));
    return row;
  }

  private Region bar(double share, Color color) {
    Region filled = new Region();
    filled.getStyleClass().add("filled");
    filled.setStyle("-fx-background-color: #" + color.toString().substring(2, 8) + ";");
    StackPane bar = new StackPane(filled);
    bar.getStyleClass().add("share-bar");
    bar.setMinHeight(BAR);
    bar.setMaxHeight(BAR);
    filled.maxWidthProperty().bind(bar.widthProperty().multiply(share));
    return bar;
  }

  private GridPane split(PreparedData data, ClassCounts counts, int shown) {
    GridPane grid = splitGrid();
    for (int c = 0; c < shown; c++) {
      int row = c;
      line(grid, c + 1, data.dataset().classNames().get(c), Arrays.stream(Part.values()).map(part -> counts.of(part, row)).toList(), "value");
    }
    total(grid, shown + 1, data);
    return grid;
  }

  private GridPane splitGrid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("split");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(names);
    for (Part part : Part.values()) {
      ColumnConstraints numbers = new ColumnConstraints();
      numbers.setHalignment(HPos.RIGHT);
      numbers.setMinWidth(USE_PREF_SIZE);
      grid.getColumnConstraints().add(numbers);
      grid.add(label(words.part(part), "note", "mut"), part.ordinal() + 1, 0);
    }
    return grid;
  }

  private void line(GridPane grid, int row, String name, List<Integer> numbers, String style) {
    grid.add(label(name, style), 0, row);
    for (int i = 0; i < numbers.size(); i++) {
      grid.add(label(lang.numbers().whole(numbers.get(i)), style), i + 1, row);
    }
  }

  private void total(GridPane grid, int row, PreparedData data) {
    line(grid, row, lang.say("examples.all"), Arrays.stream(Part.values()).map(data::rows).toList(), "strong");
  }

  // --- a value

  private void values(PreparedData data) {
    Histogram histogram = Histogram.of(data, BINS);
    getChildren().add(title("examples.values", data.dataset().about().targetName()));
    List<Region> bars = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      int count = histogram.count(bin);
      Label from = label(lang.numbers().significant(histogram.from(bin), 3), "note", "mut", "from");
      Label number = label(lang.numbers().whole(count), "note", "number");
      Region bar = bar((double) count / histogram.most(), theme.palette().ofClass(1));
      HBox.setHgrow(bar, Priority.ALWAYS);
      HBox line = new HBox(from, bar, number);
      line.getStyleClass().add("bin");
      bars.add(line);
    }
    getChildren().addAll(bars);
    getChildren().add(hint(lang.say("examples.baseline_value", lang.numbers().significant(histogram.mean(), 3), lang.numbers().significant(histogram.meanDeviation(), 3))));
    GridPane grid = splitGrid();
    total(grid, 1, data);
    getChildren().addAll(title("examples.split", ""), grid);
  }
}
