package studio.backprop.ui.compare.comparison;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Message;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Modal;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Titled;
import studio.backprop.ui.workspace.run.Curve;

/** Run history: table of all runs of the session, and curves of the picked ones on common axes. */
final class RunsView extends VBox {
  /** Share of the height. */
  private static final double TABLE = 0.4;

  private final RunsModel model;
  private final Lang lang;
  private final Pulse pulse;
  private final RunsTable table;
  private final CurvesPlot loss;
  private final CurvesPlot measure;
  private final Titled accuracy;
  private final WhatDiffers differs;
  private final Label said = new Label();
  private final List<Command> commands;
  private Optional<File> folder = Optional.empty();

  RunsView(RunsModel model, Lang lang, Hints hints, ThemeModel theme, Pulse pulse) {
    this.model = model;
    this.lang = lang;
    this.pulse = pulse;
    this.table = new RunsTable(model, lang, hints, theme, this::copy);
    this.differs = new WhatDiffers(lang);
    this.loss = new CurvesPlot(lang, theme, false, model.pointedProperty(),
        () -> lines(RunRow::loss, epoch -> epoch.validation().loss(), false),
        "tries.curves.empty");
    this.measure = new CurvesPlot(lang, theme, true, model.pointedProperty(),
        () -> lines(RunRow::measure, epoch -> epoch.validation().accuracy(), true),
        "tries.curves.empty");
    getStyleClass().add("tries");
    accuracy = titled("twins.accuracy.title", measure);
    HBox plots = new HBox(titled("twins.loss", loss), accuracy, differs);
    plots.getStyleClass().add("plots");
    plots.getChildren().forEach(plot -> HBox.setHgrow(plot, Priority.ALWAYS));
    GridPane body = new GridPane();
    body.getRowConstraints().addAll(share(TABLE), share(1 - TABLE));
    GridPane.setHgrow(table, Priority.ALWAYS);
    body.add(table, 0, 0);
    body.add(plots, 0, 1);
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(bar(hints), body);
    commands = all();
    lang.textsProperty().subscribe(texts -> redraw());
    model.tries().subscribe(this::redraw);
    model.picked().subscribe(this::redraw);
    table.getSelectionModel().selectedItemProperty().subscribe(this::redraw);
  }

  private static RowConstraints share(double ofHeight) {
    RowConstraints row = new RowConstraints();
    row.setPercentHeight(100 * ofHeight);
    return row;
  }

  private HBox bar(Hints hints) {
    Label count = new Label();
    count.setId("tries-count");
    count.getStyleClass().add("mut");
    count.setMinWidth(USE_PREF_SIZE);
    count.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say("tries.count", model.tries().size(), model.picked().size()), model.tries(), model.picked(), lang.textsProperty()));
    said.setId("tries-said");
    said.getStyleClass().add("note");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(count, said, gap, button("tries-copy", Icon.COPY, "tries.copy", hints, this::copy),
        button("tries-csv", Icon.EXPORT, "tries.csv", hints, this::save));
    bar.getStyleClass().add("setup-bar");
    return bar;
  }

  private Button button(String id, Icon icon, String key, Hints hints, Runnable action) {
    Button button = new Button(null, icon.view());
    button.setId(id);
    button.textProperty().bind(lang.bind(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    button.disableProperty().bind(Bindings.isEmpty(model.tries()));
    hints.explain(button, key + ".help");
    return button;
  }

  List<Command> commands() {
    return commands;
  }

  private List<Command> all() {
    BooleanBinding any = Bindings.isNotEmpty(model.tries());
    return List.of(
        Command.of("tries.command.pick", Command.Group.TRAINING, Icon.TWINS, "Space", table::pickSelected)
            .when(table.getSelectionModel().selectedItemProperty().isNotNull()),
        Command.of("tries.copy", Command.Group.PROJECT, Icon.COPY, "Shortcut+C", this::copy).when(any),
        Command.of(Message.of("tries.csv"), Command.Group.PROJECT, Icon.EXPORT, this::save).when(any));
  }

  private Titled titled(String key, CurvesPlot plot) {
    Titled titled = new Titled(lang.bind(key), plot).detail(plot.strokesProperty());
    titled.setMinWidth(0);
    titled.setPrefWidth(1); // both grow alike
    return titled;
  }

  /** Lines of the picked runs or, without any, of the selected one. */
  private List<VariantLine> lines(Function<RunRow, Curve> curve, ToDoubleFunction<EpochRecord> held, boolean classes) {
    List<Integer> shown = shown();
    return IntStream.range(0, shown.size()).boxed()
        .flatMap(place -> model.find(shown.get(place)).stream().filter(row -> !classes || row.record().classes())
            .map(row -> new VariantLine(String.valueOf(row.number()), place, curve.apply(row), row.record().epochs(), held)))
        .toList();
  }

  private List<Integer> shown() {
    return model.picked().isEmpty()
        ? Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(row -> List.of(row.number())).orElse(List.of())
        : model.picked();
  }

  private void redraw() {
    differs.show(shown().stream().flatMap(number -> model.find(number).stream()).toList());
    loss.redraw();
    measure.redraw();
    boolean numbersOnly = model.tries().stream().noneMatch(row -> row.record().classes()) && model.tries().stream()
        .anyMatch(row -> !Double.isNaN(row.record().accuracyOrR2()));
    accuracy.setVisible(!numbersOnly);
    accuracy.setManaged(!numbersOnly);
  }

  void fit(double width) {
    table.fit(width);
  }

  void focus() {
    table.requestFocus();
    if (table.getSelectionModel().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(table.written());
    Clipboard.getSystemClipboard().setContent(content);
    said.setText(lang.say("tries.copied", model.tries().size()));
  }

  private void save() {
    Window owner = getScene().getWindow();
    FileChooser chooser = new FileChooser();
    chooser.setTitle(lang.say("tries.csv"));
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
    chooser.setInitialFileName("runs.csv");
    folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    Optional.ofNullable(Modal.over(owner, () -> chooser.showSaveDialog(owner))).ifPresent(file -> {
      folder = Optional.ofNullable(file.getParentFile());
      write(file.toPath());
    });
  }

  /** Writes a snapshot in the background. */
  void write(Path file) {
    RunsCsv csv = new RunsCsv(model.tries());
    Optional<RunRow> first = model.tries().stream().findFirst().flatMap(model::reference);
    Thread thread = new Thread(() -> {
      String outcome = tryToWrite(file, AtomicFile.Content.text(writer -> csv.writeTo(writer, first)));
      pulse.soon(() -> said.setText(outcome));
    }, "tries-file");
    thread.start();
  }

  private String tryToWrite(Path file, AtomicFile.Content content) {
    try {
      AtomicFile.write(file, content);
      return lang.say("plots.saved", file.getFileName());
    } catch (StoreProblem problem) {
      return lang.say(problem.sentence());
    }
  }
}
