package studio.backprop.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.backprop.store.Sample;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** The samples that come with the program, by what they learn from, each with a line on what it teaches. */
final class SamplesMenu extends Menu {
  private final FilesModel files;
  private final Lang lang;

  SamplesMenu(FilesModel files, Lang lang) {
    this.files = files;
    this.lang = lang;
    textProperty().bind(lang.bind("top.samples"));
    setGraphic(Icon.LESSONS.view());
    getStyleClass().add("samples-menu");
    for (Sample.Group group : Sample.Group.values()) {
      if (!getItems().isEmpty()) {
        getItems().add(new SeparatorMenuItem());
      }
      getItems().add(head(group));
      files.samples().stream().filter(sample -> sample.group() == group).map(this::item).forEach(getItems()::add);
    }
  }

  /** A title among the items that cannot be chosen. */
  private MenuItem head(Sample.Group group) {
    MenuItem head = new MenuItem();
    head.textProperty().bind(lang.bind(group.title().key()));
    head.getStyleClass().add("menu-head");
    head.setDisable(true);
    return head;
  }

  /** Both lines are one label, so that a screen reader speaks them with the item. */
  private MenuItem item(Sample sample) {
    Label about = new Label();
    about.getStyleClass().addAll("note", "mut");
    about.textProperty().bind(lang.bind(sample.about().key()));
    Label title = new Label();
    title.getStyleClass().add("menu-sample");
    title.textProperty().bind(lang.bind(sample.title().key()));
    title.setGraphic(about);
    title.setContentDisplay(ContentDisplay.BOTTOM);
    title.accessibleTextProperty().bind(Bindings.concat(title.textProperty(), "\n", about.textProperty()));
    MenuItem item = new MenuItem();
    item.setId("sample-" + sample.name());
    item.setGraphic(title);
    item.setOnAction(e -> files.openSample(sample.name()));
    return item;
  }
}
