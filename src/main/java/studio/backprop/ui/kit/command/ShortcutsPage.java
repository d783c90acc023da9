package studio.backprop.ui.kit.command;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.OverlayPage;

/** Page of all shortcuts and mouse gestures, generated from the commands. */
public final class ShortcutsPage {
  private static final int COLUMNS = 3;

  private final CommandsModel model;
  private final Lang lang;
  private final VBox groups = new VBox();
  private final ScrollPane pane = new ScrollPane(groups);
  private final OverlayPage page;

  public ShortcutsPage(CommandsModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    groups.getStyleClass().add("shortcut-groups");
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.getStyleClass().add("focus-frame");
    pane.accessibleTextProperty().bind(lang.bind("command.keys"));
    VBox.setVgrow(pane, Priority.ALWAYS);
    page = new OverlayPage(lang, "command.keys", "shortcuts-page", pane);
  }

  public void showIn(Scene scene) {
    groups.getChildren().clear();
    model.withKeys().forEach((group, commands) -> add("command.group." + group, commands.stream().map(this::row).toList()));
    if (!model.gestures().isEmpty()) {
      add("command.group.mouse", model.gestures().stream().map(gesture -> row(lang.say(gesture.what()), lang.say(gesture.how()))).toList());
    }
    pane.setVvalue(0);
    page.showIn(scene);
    pane.requestFocus(); // the arrow keys move it
  }

  private void add(String titleKey, List<HBox> rows) {
    Label name = new Label(lang.say(titleKey));
    name.getStyleClass().addAll("strong", "shortcut-group");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("shortcut-rows");
    int inColumn = (rows.size() + COLUMNS - 1) / COLUMNS;
    for (int i = 0; i < rows.size(); i++) {
      grid.add(rows.get(i), i / inColumn, i % inColumn);
    }
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      grid.getColumnConstraints().add(column);
    }
    groups.getChildren().addAll(name, grid);
  }

  private HBox row(Command command) {
    return row(model.title(command), KeyCombination.valueOf(command.key().orElseThrow()).getDisplayText());
  }

  private static HBox row(String what, String how) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label keys = new Label(how);
    keys.getStyleClass().addAll("note", "key-cap");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(new Label(what), gap, keys);
    row.getStyleClass().add("shortcut-row");
    return row;
  }
}
