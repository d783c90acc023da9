package studio.backprop.ui.window.start;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.When;

/** List of recent projects; one that cannot be opened says why. Empty, it suggests three first steps. */
final class RecentView extends VBox {
  private final RecentModel model;
  private final Lang lang;
  private final Hints hints;
  private final Consumer<Path> open;
  private final VBox rows = new VBox();
  private final Node empty;
  private final ScrollPane scroll = new ScrollPane(rows);

  RecentView(RecentModel model, Lang lang, Consumer<Path> open) {
    this.model = model;
    this.lang = lang;
    this.hints = new Hints(lang);
    this.open = open;
    this.empty = firstSteps();
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("start.recent"));
    title.visibleProperty().bind(scroll.visibleProperty());
    title.managedProperty().bind(title.visibleProperty());
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.managedProperty().bind(scroll.visibleProperty());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    rows.getStyleClass().add("recent-rows");
    getStyleClass().add("recent");
    getChildren().addAll(title, scroll, empty);
    model.projects().addListener((ListChangeListener<RecentProject>) change -> show());
    lang.textsProperty().subscribe(texts -> show());
  }

  private Node firstSteps() {
    VBox steps = new VBox();
    steps.getStyleClass().add("first-steps");
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("start.first"));
    steps.getChildren().add(title);
    for (int i = 1; i <= 3; i++) {
      Label number = new Label(String.valueOf(i));
      number.getStyleClass().add("badge");
      Label step = new Label();
      step.setWrapText(true);
      step.textProperty().bind(lang.bind("start.first." + i));
      HBox row = new HBox(number, step);
      row.getStyleClass().add("gap-12");
      steps.getChildren().add(row);
    }
    steps.managedProperty().bind(steps.visibleProperty());
    VBox.setVgrow(steps, Priority.ALWAYS);
    return steps;
  }

  private void show() {
    List<RecentProject> projects = model.projects();
    int focused = focusedRow();
    rows.getChildren().setAll(projects.stream().map(this::row).toList());
    scroll.setVisible(!projects.isEmpty());
    empty.setVisible(projects.isEmpty());
    if (focused >= 0 && !projects.isEmpty()) {
      buttonOf(Math.min(focused, projects.size() - 1)).requestFocus();
    }
  }

  private int focusedRow() {
    for (int i = 0; i < rows.getChildren().size(); i++) {
      if (buttonOf(i).isFocused()) {
        return i;
      }
    }
    return -1;
  }

  private Node buttonOf(int row) {
    return ((HBox) rows.getChildren().get(row)).getChildren().get(0);
  }

  private HBox row(RecentProject project) {
    Button button = new Button(null, picture(project));
    button.getStyleClass().addAll("bare", "recent-row");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> open.accept(project.file()));
    button.setOnKeyPressed(event -> press(event, project));
    Tooltip whole = new Tooltip();
    String reason = project.problem().map(lang::say).orElse("");
    whole.setText(reason.isEmpty() ? project.file().toString() : project.file() + "\n" + reason);
    button.setTooltip(whole);
    button.setAccessibleText(nameOf(project) + ", " + second(project) + ", " + When.say(project.opened(), lang));
    HBox.setHgrow(button, Priority.ALWAYS);
    Button forget = new Button(null, Icon.CLOSE.view());
    forget.getStyleClass().addAll("bare", "icon-only", "forget");
    forget.setFocusTraversable(false);
    forget.setOnAction(event -> model.forget(project.file()));
    hints.explain(forget, "start.recent.forget", nameOf(project));
    HBox row = new HBox(button, forget);
    row.getStyleClass().add("recent-line");
    return row;
  }

  private HBox picture(RecentProject project) {
    boolean broken = project.problem().isPresent();
    StackPane tile = new StackPane((broken ? Icon.WARNING : Icon.STRUCTURE).view());
    tile.getStyleClass().addAll("tile", broken ? "bad" : "good");
    Label name = new Label(nameOf(project));
    name.getStyleClass().addAll("strong", "may-be-cut");
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    Label second = new Label(second(project));
    second.getStyleClass().addAll("note", "may-be-cut", broken ? "bad" : "mut");
    second.setWrapText(broken);
    Label when = new Label(When.say(project.opened(), lang));
    when.getStyleClass().addAll("note", "mut");
    when.setMinWidth(USE_PREF_SIZE);
    HBox first = new HBox(name, when);
    first.getStyleClass().addAll("gap-8", "baseline");
    VBox words = new VBox(first, second);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox picture = new HBox(tile, words);
    picture.getStyleClass().addAll("gap-12", "recent-picture");
    return picture;
  }

  private static String nameOf(RecentProject project) {
    return project.file().getFileName().toString().replaceFirst("\\.backprop$", "");
  }

  private String second(RecentProject project) {
    return project.problem().or(project::line).map(lang::say).orElseGet(() -> String.valueOf(project.file().getParent()));
  }

  private void press(KeyEvent event, RecentProject project) {
    if (event.getCode() == KeyCode.DELETE) {
      model.forget(project.file());
      event.consume();
    }
  }
}
