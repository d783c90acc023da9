package studio.backprop.ui.learn.author;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Modal;
import studio.backprop.ui.kit.OverlayPage;

/** Form of a new lesson: titles, id and folder, with the progress of its creation. */
public final class NewLessonPage {
  private final NewLessonModel model;
  private final Lang lang;
  private final Hints hints;
  private final GridPane rows = new GridPane();
  private final TextField title;
  private final OverlayPage page;

  public NewLessonPage(NewLessonModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    this.hints = new Hints(lang);
    rows.getStyleClass().add("rows");
    title = row("author.new.english", "new-lesson-english", model.englishProperty());
    row("author.new.chinese", "new-lesson-chinese", model.chineseProperty());
    row("author.new.id", "new-lesson-id", model.idProperty());
    folderRow();
    rows.sceneProperty().subscribe((before, now) -> {
      if (now == null) { // the page was closed: no lesson wanted
        model.cancel();
      }
    });
    page = new OverlayPage(lang, "author.new.title", "new-lesson-page", note("author.new.note"), rows, problem(), foot());
  }

  private Label note(String key) {
    Label note = new Label();
    note.getStyleClass().addAll("note", "mut");
    note.setWrapText(true);
    note.textProperty().bind(lang.bind(key));
    return note;
  }

  private TextField row(String key, String id, StringProperty value) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(value);
    field.setOnAction(event -> model.create());
    field.disableProperty().bind(model.progressProperty().greaterThanOrEqualTo(0));
    hints.explain(field, key + ".help");
    put(key, field);
    return field;
  }

  private void put(String key, Node field) {
    Label name = new Label();
    name.textProperty().bind(lang.bind(key));
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.setLabelFor(field);
    GridPane.setHgrow(field, Priority.ALWAYS);
    rows.addRow(rows.getRowCount(), name, field);
  }

  private void folderRow() {
    TextField field = new TextField();
    field.setId("new-lesson-folder");
    field.textProperty().bindBidirectional(model.parentProperty());
    field.disableProperty().bind(model.progressProperty().greaterThanOrEqualTo(0));
    hints.explain(field, "author.new.folder.help");
    HBox.setHgrow(field, Priority.ALWAYS);
    Button choose = new Button(null, Icon.OPEN.view());
    choose.textProperty().bind(lang.bind("author.new.choose"));
    choose.setMinWidth(Region.USE_PREF_SIZE);
    choose.setOnAction(event -> choose(choose.getScene().getWindow(), "author.new.folder", model.parentProperty().get())
        .ifPresent(chosen -> model.parentProperty().set(chosen.toString())));
    HBox row = new HBox(field, choose);
    row.getStyleClass().add("line");
    put("author.new.folder", row);
  }

  private Optional<Path> choose(Window window, String title, String near) {
    return chooseFolder(lang, window, title, near);
  }

  /** Folder chooser of the system. @param near initial folder, if it is one */
  public static Optional<Path> chooseFolder(Lang lang, Window window, String title, String near) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(lang.say(title));
    File begin = new File(near);
    if (begin.isDirectory()) {
      chooser.setInitialDirectory(begin);
    }
    return Optional.ofNullable(Modal.over(window, () -> chooser.showDialog(window))).map(File::toPath);
  }

  private Label problem() {
    Label problem = new Label(null, Icon.PROBLEM.view());
    problem.setId("new-lesson-problem");
    problem.getStyleClass().add("author-problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.textProperty().bind(lang.bind(model.problemProperty()));
    problem.visibleProperty().bind(model.problemProperty().isNotNull());
    problem.managedProperty().bind(problem.visibleProperty());
    return problem;
  }

  private HBox foot() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Label doing = note("author.new.measuring");
    doing.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button cancel = new Button();
    cancel.textProperty().bind(lang.bind("author.new.cancel"));
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(event -> model.cancel());
    Button create = new Button();
    create.setId("new-lesson-create");
    create.getStyleClass().add("main");
    create.setMinWidth(Region.USE_PREF_SIZE);
    create.textProperty().bind(lang.bind("author.new.create"));
    create.setOnAction(event -> model.create());
    model.progressProperty().subscribe(now -> {
      boolean busy = now.doubleValue() >= 0;
      for (Node shown : new Node[] {bar, doing, cancel}) {
        shown.setVisible(busy);
        shown.setManaged(busy);
      }
      gap.setManaged(!busy);
      create.setDisable(busy);
    });
    HBox foot = new HBox(gap, doing, bar, cancel, create);
    foot.getStyleClass().add("question-foot");
    return foot;
  }

  public void showIn(Scene scene) {
    model.open();
    page.showIn(scene);
    title.requestFocus();
  }

  public void close() {
    page.close();
  }
}
