package studio.backprop.ui.window.shell;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import studio.backprop.store.Sample;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Menu of the bundled samples by kind of data, with descriptions. */
final class SamplesMenu extends Menu {
  private final FilesModel files;
  private final Lang lang;

  SamplesMenu(FilesModel files, Lang lang) {
    this.files = files;
    this.lang = lang;
    textProperty().bind(lang.bind("top.samples"));
    setGraphic(Icon.LESSONS.view());
    for (Sample.Group group : Sample.Group.values()) {
      getItems().add(head(group));
      files.samples().stream().filter(sample -> sample.group() == group).map(this::item).forEach(getItems()::add);
    }
  }

  private MenuItem head(Sample.Group group) {
    MenuItem head = new MenuItem();
    head.setGraphic(label(group.title(), "menu-head"));
    head.setDisable(true);
    return head;
  }

  private MenuItem item(Sample sample) {
    Label title = label(sample.title(), "strong");
    Label about = label(sample.about(), "menu-note");
    Label lines = new Label();
    lines.textProperty().bind(Bindings.concat(title.textProperty(), "\n", about.textProperty())); // accessible text
    lines.setGraphic(new VBox(title, about));
    lines.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    MenuItem item = new MenuItem();
    item.getStyleClass().add("two-lines");
    item.setId("sample-" + sample.name());
    item.setGraphic(lines);
    item.setOnAction(e -> files.openSample(sample.name()));
    return item;
  }

  private Label label(Message message, String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.textProperty().bind(lang.bind(message.key()));
    return label;
  }
}
