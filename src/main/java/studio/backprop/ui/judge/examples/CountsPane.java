package studio.backprop.ui.judge.examples;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.train.metric.Metrics;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.chart.ChartFonts;
import studio.backprop.ui.kit.chart.ChartLibrary;
import studio.backprop.ui.kit.chart.ChartLook;

/**
 * Statistics of the data: examples or targets per class, distribution of numbers, baseline, and split. A click on a class shows its
 * examples. Nothing is counted or drawn before it is visible.
 */
final class CountsPane extends VBox {
  /** Maximum number of classes in the list. */
  private static final int MOST = 12;

  private final ExamplesModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final ExamplesTexts words;
  /** Score of the network on each part, where it is evaluated. */
  private final Map<Part, Label> scores = new EnumMap<>(Part.class);

  private Optional<ChartFonts> fonts = Optional.empty();

  CountsPane(ExamplesModel model, ChartLibrary charts, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = new ExamplesTexts(lang);
    getStyleClass().add("counts");
    model.openProperty().subscribe(open -> {
      if (open) {
        charts.whenReady(this::begin);
      }
    });
    for (Part part : Part.values()) {
      scores.put(part, label("", "strong"));
    }
    model.predictionsProperty().subscribe(this::score);
    model.dataProperty().subscribe(this::build);
    lang.whenWrittenAnew(this::build);
    theme.paletteProperty().subscribe(this::build);
  }

  private void begin(ChartFonts read) {
    if (fonts.isEmpty()) {
      fonts = Optional.of(read);
      build();
    }
  }

  private void build() {
    getChildren().clear();
    score();
    fonts.map(read -> new ChartLook(read, theme.palette())).ifPresent(look -> model.dataProperty().getValue().ifPresent(data -> {
      if (data.dataset().task() == Task.CLASSES) {
        classes(data, ClassCounts.of(data), look);
      } else {
        values(data, look);
      }
    }));
  }

  private static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  private Label sentence(String text) {
    return Labels.wrapped(text);
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

  private void classes(PreparedData data, ClassCounts counts, ChartLook look) {
    getChildren().add(title("examples.classes", words.target(data)));
    int[] shown = counts.foremost(MOST);
    getChildren().add(new ClassChart(data, counts, lang).of(shown, look, model));
    if (shown.length < counts.classes()) {
      getChildren().add(label(lang.say("examples.more_classes", counts.classes() - shown.length), "note", "mut"));
    }
    int largest = counts.largest();
    String name = words.ofClass(data, largest);
    getChildren().add(hint(lang.say("examples.baseline", name, lang.numbers().share(counts.share(largest)))));
    spread(data, look);
    getChildren().addAll(title("examples.split", ""), split(data, counts, shown));
  }

  /** Pictures have no columns with a meaningful histogram. */
  private void spread(PreparedData data, ChartLook look) {
    List<ExampleColumn> columns = ColumnHistogram.columns(data.dataset());
    if (!columns.isEmpty()) {
      getChildren().addAll(title("examples.spread", ""), new SpreadPane(data, columns, lang, look));
    }
  }

  private GridPane split(PreparedData data, ClassCounts counts, int[] shown) {
    GridPane grid = splitGrid();
    for (int i = 0; i < shown.length; i++) {
      int c = shown[i];
      line(grid, i + 1, words.ofClass(data, c), Arrays.stream(Part.values()).map(part -> counts.of(part, c)).toList(), "value");
    }
    total(grid, shown.length + 1, data);
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
    String measure = data.dataset().task() == Task.CLASSES ? "accuracy" : "r2";
    Label name = label(Terms.name(measure, lang.texts()), "strong");
    new Terms(lang).explain(name, measure);
    grid.add(name, 0, row + 1);
    scores.forEach((part, score) -> grid.add(score, part.ordinal() + 1, row + 1));
  }

  private void score() {
    scores.forEach((part, score) -> score.setText(
        model.predictionsProperty().get().filter(said -> said.has(part)).map(said -> write(said.scores(part))).orElse("–")));
  }

  private String write(Metrics scores) {
    return Double.isNaN(scores.accuracy()) ? lang.numbers().significant(scores.r2(), 3) : lang.numbers().share(scores.accuracy());
  }

  // --- a value

  private void values(PreparedData data, ChartLook look) {
    if (data.dataset().answers() == 1) {
      spread(data, look);
      Spread target = ColumnHistogram.of(data, ExampleColumn.TARGET).spread();
      String mean = lang.numbers().significant(target.mean(), 3);
      getChildren().add(hint(lang.say("examples.baseline_value", mean, lang.numbers().significant(target.meanDeviation(), 3))));
    }
    GridPane grid = splitGrid();
    total(grid, 1, data);
    getChildren().addAll(title("examples.split", ""), grid);
  }
}
