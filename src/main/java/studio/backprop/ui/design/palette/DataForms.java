package studio.backprop.ui.design.palette;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import studio.backprop.data.Columns;
import studio.backprop.data.Columns.Reading;
import studio.backprop.data.Scaling;
import studio.backprop.data.TextLevel;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.form.Choice;
import studio.backprop.ui.kit.form.FormGrid;

/** Form of the data preparation; shows only settings that apply to the chosen data. */
final class DataForms extends FormGrid {
  private static final int DIGITS = 4;

  private final DataSettingsModel model;
  private final TableSettingsModel table;
  private final Lang lang;

  DataForms(DataSettingsModel model, ObservableValue<Boolean> testGiven, Lang lang, Hints hints) {
    super(lang, hints, model::settle);
    this.model = model;
    this.table = model.table();
    this.lang = lang;
    wide(title("reading"), help("reading"), reading(), table.ownTableProperty());
    wide(title("target"), help("target"), target(), both(table.columnsChosenProperty(), table.readAsProperty(Reading.ROWS)));
    wide(title("values"), help("values"), target(), both(table.columnsChosenProperty(), table.readAsProperty(Reading.SERIES)));
    wide(title("time"), help("time"), time(), both(table.columnsChosenProperty(), table.readAsProperty(Reading.SERIES)));
    wide(title("text"), help("text"), target(), both(table.columnsChosenProperty(), table.readAsProperty(Reading.TEXT)));
    wide(title("task"), help("task"), task(), table.readAsProperty(Reading.ROWS));
    wide(title("left_out"), help("left_out"), new LeftOut(table, lang), table.leavesOutProperty());
    wide(title("formula"), help("formula"), new FormulaField(model, lang), model.typedProperty());
    row("points", number("points", model.points()), model.generatedProperty());
    row("noise", number("noise", model.noise()), model.noisyProperty());
    row("lags", number("lags", model.lags()), model.seriesProperty());
    row("horizon", number("horizon", model.horizon()), model.seriesProperty());
    row("length", number("length", model.length()), model.textProperty());
    wide(title("level"), help("level"), level(), model.proseProperty());
    row("words", number("words", model.words()), model.wordsProperty());
    wide(title("scaling"), help("scaling"), scaling(), model.measuredProperty());
    wide(title("scaling.state"), help("scaling.state"), scaling(), model.statesProperty());
    row("validation", number("validation", model.validation()), model.preparedProperty());
    row("test", number("test", model.test()), both(testGiven.map(given -> !given), model.splitProperty()));
    row("seed", number("seed", model.seed()), model.seededProperty());
  }

  private void row(String name, Node control, ObservableValue<Boolean> applies) {
    row(title(name), help(name), control, applies);
  }

  private static Message title(String name) {
    return Message.of("palette." + name);
  }

  private static Message help(String name) {
    return Message.of("palette." + name + ".help");
  }

  private Node number(String name, NumberModel number) {
    return new NumberField(lang, number, lang.bind("palette." + name)).digits(DIGITS);
  }

  private Node scaling() {
    Choice<Scaling> choice = new Choice<>(lang, List.of(Scaling.values()), s -> word("scaling", s), lang.bind("palette.scaling"));
    choice.keep(model.scalingProperty(), model::setScaling);
    return choice;
  }

  private Node level() {
    Choice<TextLevel> choice = new Choice<>(lang, List.of(TextLevel.values()), level -> word("level", level), lang.bind("palette.level"));
    choice.keep(model.levelProperty(), model::setLevel);
    return choice;
  }

  private Node task() {
    Choice<Columns.Choice> choice = new Choice<>(lang, List.of(Columns.Choice.values()), c -> word("task", c), lang.bind("palette.task"));
    choice.keep(table.taskProperty(), table::setTask);
    return choice;
  }

  private Node target() {
    Choice<String> choice = new Choice<>(lang, List.of(), column -> Message.of("palette.column", column), lang.bind("palette.target"));
    table.columnsProperty().subscribe(columns -> choice.getItems().setAll(columns));
    choice.keep(table.targetProperty(), table::setTarget);
    return choice;
  }

  private static ObservableValue<Boolean> both(ObservableValue<Boolean> one, ObservableValue<Boolean> other) {
    return Bindings.createBooleanBinding(() -> one.getValue() && other.getValue(), one, other);
  }

  private Node reading() {
    Choice<Reading> choice = new Choice<>(lang, List.of(Reading.values()), reading -> word("reading", reading),
        lang.bind("palette.reading"));
    choice.setId("reading");
    choice.keep(table.readingProperty(), table::setReading);
    return choice;
  }

  private Node time() {
    Choice<String> choice = new Choice<>(
        lang, List.of(), column -> column.isEmpty() ? Message.of("palette.time.counted") : Message.of("palette.column", column),
        lang.bind("palette.time"));
    table.columnsProperty().subscribe(columns -> choice.getItems().setAll(Stream.concat(Stream.of(""), columns.stream()).toList()));
    choice.keep(table.timeProperty(), table::setTime);
    return choice;
  }

  private static Message word(String name, Enum<?> constant) {
    return Message.of("palette." + name + "." + constant.name().toLowerCase(Locale.ROOT));
  }
}
