package studio.backprop.ui.command;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Page;

/** All keys of the window on one page, and what the mouse alone does. It is read from the commands themselves, so it cannot be out of date. */
public final class ShortcutsPage {
  private final CommandsModel model;
  private final Lang lang;
  private final FlowPane groups = new FlowPane(Orientation.VERTICAL);
  private final Page page;

  public ShortcutsPage(CommandsModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    groups.getStyleClass().add("shortcut-groups");
    ScrollPane pane = new ScrollPane(groups);
    pane.setFitToHeight(true);
    pane.setFocusTraversable(false);
    VBox.setVgrow(pane, Priority.ALWAYS);
    page = new Page(lang, "command.keys", "shortcuts-page", pane);
  }

  public void showIn(Scene scene) {
    groups.getChildren().clear();
    model.withKeys().forEach(this::add);
    if (!model.gestures().isEmpty()) {
      addTitle("command.group.mouse");
      model.gestures().forEach(gesture -> addRow(lang.say(gesture.what()), lang.say(gesture.how())));
    }
    page.showIn(scene);
  }

  private void add(Command.Group group, List<Command> commands) {
    addTitle("command.group." + group);
    commands.forEach(command -> addRow(model.title(command), KeyCombination.valueOf(command.key().orElseThrow()).getDisplayText()));
  }

  private void addTitle(String key) {
    Label name = new Label(lang.say(key));
    name.getStyleClass().addAll("strong", "shortcut-group");
    groups.getChildren().add(name);
  }

  private void addRow(String what, String how) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label keys = new Label(how);
    keys.getStyleClass().addAll("note", "key-cap");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(new Label(what), gap, keys);
    row.getStyleClass().add("shortcut-row");
    groups.getChildren().add(row);
  }
}
