package studio.backprop.ui.learn.author;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.teaching.author.CommandTape;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/**
 * Status bar under a lesson preview, and above it, on request, one of four lists: files, problems, results of the check, recorded commands.
 */
public final class PreviewBar extends VBox {
  private static final String CLOSE = "author.close";
  private static final double MOST_HEIGHT = 120;
  private static final double TWO_LINES = 54;
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  private final PreviewModel model;
  private final RecordModel record;
  private final Lang lang;
  private final Hints hints;
  private final Acts acts;
  private final VBox list = new VBox();
  private final ScrollPane scroll = new ScrollPane(list);
  private final HBox listFoot = new HBox();
  private final HBox drawer = new HBox();
  private final ObjectProperty<Optional<Drawer>> open = new SimpleObjectProperty<>(this, "open", Optional.empty());
  private final Button state = new Button();

  /** Lists above the bar. */
  private enum Drawer {
    FILES, PROBLEMS, CHECK, RECORD
  }

  /**
   * Callbacks.
   *
   * @param edit opens a file of the lesson in the author's editor, by name
   * @param openFolder shows the folder
   * @param tryIt plays the lesson as a learner would see it
   */
  public record Acts(Consumer<String> edit, Runnable openFolder, Runnable tryIt) {}

  public PreviewBar(PreviewModel model, RecordModel record, Lang lang, Acts acts) {
    this.model = model;
    this.record = record;
    this.lang = lang;
    this.hints = new Hints(lang);
    this.acts = acts;
    getStyleClass().add("preview-bar");
    drawer.getStyleClass().add("drawer");
    list.getStyleClass().add("list");
    Button close = button(CLOSE, Icon.CHEVRON_DOWN, () -> open.set(Optional.empty()));
    close.getStyleClass().addAll("bare", "icon-only");
    listFoot.getStyleClass().add("foot");
    listFoot.managedProperty().bind(listFoot.visibleProperty());
    drawer.getChildren().addAll(scroll(), listFoot, close);
    drawer.managedProperty().bind(drawer.visibleProperty());
    getChildren().addAll(drawer, line());
    listen();
  }

  private ScrollPane scroll() {
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("bare-scroll");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    scroll.widthProperty().subscribe(width -> fit());
    list.heightProperty().subscribe(height -> scroll.setVvalue(is(Drawer.RECORD) ? 1 : 0)); // the newest command is seen
    return scroll;
  }

  /** Height of the list, limited to a few lines. */
  private void fit() {
    list.applyCss();
    double high = Math.min(MOST_HEIGHT, list.prefHeight(scroll.getWidth() > 0 ? scroll.getWidth() : -1));
    scroll.setPrefHeight(high);
    scroll.setMinHeight(Math.min(TWO_LINES, high));
  }

  private void listen() {
    open.subscribe(now -> refresh());
    model.problems().addListener((ListChangeListener<LessonProblem>) change -> refresh());
    model.provedProperty().subscribe(now -> refresh());
    model.troubleProperty().subscribe(now -> refresh());
    model.readingsProperty().subscribe(now -> read());
    model.freshProperty().subscribe(now -> {
      if (now) {
        open.set(Optional.of(Drawer.FILES));
      }
    });
    record.lines().addListener((ListChangeListener<CommandTape.Line>) change -> refresh());
    record.recordingProperty().subscribe(now -> {
      if (now) {
        open.set(Optional.of(Drawer.RECORD));
      }
      refresh();
    });
    lang.textsProperty().subscribe(now -> refresh());
  }

  /** Updates the problems after each save. */
  private void read() {
    boolean wrong = model.errors() > 0 || model.troubleProperty().get().isPresent();
    if (wrong) {
      open.set(Optional.of(Drawer.PROBLEMS));
    } else if (is(Drawer.PROBLEMS)) {
      open.set(Optional.empty());
    }
    refresh();
  }

  private boolean is(Drawer one) {
    return open.get().filter(now -> now == one).isPresent();
  }

  private void toggle(Drawer one) {
    open.set(is(one) ? Optional.empty() : Optional.of(one));
  }

  // --- bar

  private HBox line() {
    Label what = new Label(null, Icon.RENAME.view());
    what.textProperty().bind(lang.bind("author.preview"));
    what.getStyleClass().add("strong");
    what.setMinWidth(Region.USE_PREF_SIZE);
    state.setId("preview-state");
    state.getStyleClass().add("bare");
    state.setOnAction(event -> toggle(Drawer.PROBLEMS));
    hints.explain(state, "author.state.help");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(what, state, gap);
    line.getChildren().addAll(checkParts());
    Button files = button("author.files", Icon.OPEN, () -> toggle(Drawer.FILES));
    Button tryIt = button("author.try", Icon.LESSONS, acts.tryIt());
    line.getChildren().addAll(recordButton(), files, tryIt);
    line.getStyleClass().add("line");
    return line;
  }

  private List<Node> checkParts() {
    Button check = button("author.check", Icon.OK, () -> {
      open.set(Optional.of(model.checkable() ? Drawer.CHECK : Drawer.PROBLEMS));
      model.check();
    });
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setPrefWidth(120);
    Button cancel = button("author.check.cancel", Icon.STOP, model::cancel);
    ObservableValue<Boolean> busy = model.progressProperty().map(now -> now.doubleValue() >= 0);
    for (Node node : List.of(bar, cancel)) {
      node.visibleProperty().bind(busy);
      node.managedProperty().bind(node.visibleProperty());
    }
    check.visibleProperty().bind(bar.visibleProperty().not());
    check.managedProperty().bind(check.visibleProperty());
    busy.subscribe(now -> refresh());
    return List.of(check, bar, cancel);
  }

  private ToggleButton recordButton() {
    ToggleButton button = new ToggleButton(null, Icon.DOT.view());
    button.setId("preview-record");
    button.textProperty().bind(Bindings.createStringBinding(() -> lang.say(
        record.recordingProperty().get() ? "author.record.stop" : "author.record"), record.recordingProperty(), lang.textsProperty()));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.selectedProperty().bindBidirectional(record.recordingProperty());
    hints.explain(button, "author.record.help");
    return button;
  }

  private Button button(String key, Icon icon, Runnable action) {
    Button button = new Button(null, icon.view());
    button.setId(key.replace('.', '-'));
    if (!key.equals(CLOSE)) {
      button.textProperty().bind(lang.bind(key));
    }
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setContentDisplay(ContentDisplay.LEFT);
    button.setOnAction(event -> action.run());
    hints.explain(button, key + ".help");
    return button;
  }

  // --- lists

  private void refresh() {
    sayState();
    drawer.setVisible(open.get().isPresent());
    list.getChildren().clear();
    listFoot.getChildren().clear();
    if (open.get().isEmpty()) {
      return;
    }
    switch (open.get().get()) {
      case FILES -> showFiles();
      case PROBLEMS -> showProblems();
      case CHECK -> showCheck();
      case RECORD -> showRecord();
    }
    listFoot.setVisible(!listFoot.getChildren().isEmpty());
    fit();
  }

  private void sayState() {
    int errors = model.errors();
    boolean bad = errors > 0 || model.troubleProperty().get().isPresent();
    int remarks = model.problems().size() - errors;
    state.pseudoClassStateChanged(BAD, bad);
    state.setGraphic((bad ? Icon.PROBLEM : remarks > 0 ? Icon.INFO : Icon.OK).view());
    state.setText(model.troubleProperty().get().isPresent() ? lang.say("author.state.trouble")
        : bad ? lang.say("author.state.errors", errors) : remarks > 0 ? lang.say("author.state.remarks", remarks)
        : model.readingsProperty().get() > 0 ? lang.say("author.state.read") : lang.say("author.state.good"));
  }

  private void showFiles() {
    say(lang.say(model.freshProperty().get() ? "author.files.made" : "author.files.here", model.folder().toAbsolutePath().toString()));
    say(lang.say("author.files.how"));
    String own = lang.texts().locale().getLanguage() + ".md";
    listFoot.getChildren().addAll(
        button("author.edit", Icon.RENAME, () -> acts.edit().accept(own)), button("author.folder", Icon.OPEN, acts.openFolder()),
        button("author.path", Icon.COPY, () -> copy(model.folder().toAbsolutePath().toString())));
  }

  private void showProblems() {
    model.troubleProperty().get().ifPresent(trouble -> say(lang.say(trouble)));
    if (model.problems().isEmpty() && model.troubleProperty().get().isEmpty()) {
      say(lang.say("author.problems.none"));
    }
    model.problems().forEach(this::show);
    if (model.olderProperty().get() || model.alone()) {
      Label played = sentence(lang.say(model.alone() ? "author.problems.alone" : "author.problems.older"));
      played.getStyleClass().addAll("note", "mut");
      list.getChildren().add(played);
    }
  }

  /** File, line and column link to the editor; next to them the message with a remedy. */
  private void show(LessonProblem problem) {
    String place = problem.file() + ":" + problem.line() + (problem.column() > 0 ? ":" + problem.column() : "");
    Hyperlink link = new Hyperlink(place, (problem.error() ? Icon.PROBLEM : Icon.INFO).view());
    link.getStyleClass().addAll("place", problem.error() ? "error" : "remark");
    link.setMinWidth(Region.USE_PREF_SIZE);
    link.setOnAction(event -> {
      link.setVisited(false);
      acts.edit().accept(problem.file());
    });
    HBox row = new HBox(link, sentence(lang.say(problem.sentence())));
    row.getStyleClass().add("row");
    list.getChildren().add(row);
  }

  private void showCheck() {
    if (model.progressProperty().get() >= 0) {
      say(lang.say("author.check.running"));
    } else if (model.provedProperty().get().isEmpty()) {
      say(lang.say("author.check.not_yet"));
    } else if (model.provedProperty().get().get().isEmpty()) {
      say(lang.say("author.check.good"));
    } else {
      Map<Boolean, List<LessonProblem>> kinds = model.provedProperty().get().get().stream()
          .collect(Collectors.partitioningBy(LessonProblem::error));
      say(lang.say(kinds.get(true).isEmpty() ? "author.check.remarks" : "author.check.bad", kinds.get(true).size()));
      kinds.get(true).forEach(this::show);
      kinds.get(false).forEach(this::show);
    }
  }

  private void showRecord() {
    if (record.lines().isEmpty()) {
      say(lang.say(record.recordingProperty().get() ? "author.record.empty" : "author.record.none"));
    }
    for (CommandTape.Line line : record.lines()) {
      Label command = new Label(line.known() ? line.text() : lang.say("author.record.unknown"));
      command.getStyleClass().add(line.known() ? "command" : "mut");
      command.setWrapText(true);
      list.getChildren().add(command);
    }
    if (!record.lines().isEmpty()) {
      listFoot.getChildren().addAll(
          button("author.record.copy_set", Icon.COPY, () -> copyLines("")),
          button("author.record.copy_do", Icon.COPY, () -> copyLines("do: ")),
          button("author.record.copy_solve", Icon.COPY, () -> copyLines("solve: ")),
          button("author.record.clear", Icon.DELETE, record::clear));
    }
  }

  private void copyLines(String before) {
    copy(record.lines().stream().filter(CommandTape.Line::known).map(line -> before + line.text() + "\n").collect(Collectors.joining()));
  }

  private static void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  private void say(String text) {
    list.getChildren().add(sentence(text));
  }

  private static Label sentence(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
