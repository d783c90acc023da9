package studio.backprop.ui.learn.course;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Modal;
import studio.backprop.ui.kit.Question;

/** Current learner: a known name, a new one, or none. Menu: results, delete. */
final class LearnerBar extends HBox {
  private final CourseModel model;
  private final Lang lang;
  private final ComboBox<String> name = new ComboBox<>();
  private boolean filling;

  LearnerBar(CourseModel model, Lang lang, Hints hints) {
    this.model = model;
    this.lang = lang;
    Label label = new Label();
    label.textProperty().bind(lang.bind("course.learner"));
    label.setMinWidth(USE_PREF_SIZE);
    label.setLabelFor(name);
    name.setId("course-learner");
    name.setEditable(true);
    name.promptTextProperty().bind(lang.bind("course.learner.none"));
    hints.explain(name, "course.learner.help");
    name.valueProperty().subscribe(value -> choose());
    name.getEditor().focusedProperty().subscribe((before, now) -> {
      if (!now) { // what was typed counts, also without Enter
        name.setValue(name.getEditor().getText());
      }
    });
    getStyleClass().add("learner-bar");
    getChildren().addAll(label, name, menu(hints));
    model.contentProperty().subscribe(this::fill);
  }

  private MenuButton menu(Hints hints) {
    MenuButton menu = new MenuButton(null, Icon.MORE.view());
    menu.setId("course-more");
    menu.getStyleClass().addAll("bare", "icon-only");
    hints.explain(menu, "course.more");
    MenuItem folder = item("course.add_folder", Icon.OPEN, this::askFolder);
    MenuItem file = item("course.add_file", Icon.LESSONS, this::askFile);
    MenuItem results = item("course.export", Icon.EXPORT, this::askResults);
    MenuItem forget = item("course.forget", Icon.DELETE, this::askForget);
    menu.getItems().addAll(folder, file, results, forget);
    return menu;
  }

  private MenuItem item(String key, Icon icon, Runnable action) {
    MenuItem item = new MenuItem(null, icon.view());
    item.setId(key.replace('.', '-'));
    item.textProperty().bind(lang.bind(key));
    item.setOnAction(event -> action.run());
    return item;
  }

  private void fill(CourseContent content) {
    filling = true;
    String typed = name.getEditor().getText();
    boolean typing = name.getEditor().isFocused() && !typed.equals(name.getValue());
    List<String> names = new ArrayList<>();
    names.add("");
    names.addAll(content.learners());
    if (!names.contains(content.learner())) {
      names.add(content.learner());
    }
    name.getItems().setAll(names);
    name.setValue(content.learner());
    if (typing) { // what was typed meanwhile is not lost
      name.getEditor().setText(typed);
      name.getEditor().end();
    }
    filling = false;
  }

  private void choose() {
    if (!filling && model.readProperty().get() && name.getValue() != null) {
      model.choose(name.getValue());
    }
  }

  private void askFolder() {
    ask("course.add_folder.title", model::add);
  }

  private void askFile() {
    Window window = getScene().getWindow();
    FileChooser chooser = new FileChooser();
    chooser.setTitle(lang.say("course.add_file.title"));
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(
        lang.say("course.file_kind"), "*" + LessonFolder.SUFFIX, "*" + LessonFolder.ZIP));
    File file = Modal.over(window, () -> chooser.showOpenDialog(window));
    if (file != null) {
      model.add(file.toPath());
    }
  }

  private void askResults() {
    ask("course.export.title", model::export);
  }

  private void ask(String title, Consumer<Path> chosen) {
    Window window = getScene().getWindow();
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(lang.say(title));
    File folder = Modal.over(window, () -> chooser.showDialog(window));
    if (folder != null) {
      chosen.accept(folder.toPath());
    }
  }

  private void askForget() {
    String who = model.content().learner();
    String title = who.isEmpty() ? lang.say("course.forget.nobody") : lang.say("course.forget.who", who);
    if (Question.ask(getScene(), title, lang.say("course.forget.sentence"), lang.say("course.forget.yes"), lang.say("files.cancel")) == 0) {
      model.forgetLearner();
    }
  }
}
