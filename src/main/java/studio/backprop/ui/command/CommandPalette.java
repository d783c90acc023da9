package studio.backprop.ui.command;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Overlay;

/** Every command of the window, found by typing: the arrow keys choose, Enter does it. */
public final class CommandPalette {
  private static final double ROW = 36;
  /** Rows in sight: room for a sentence where nothing is found, and not so many that a person would read them all. */
  private static final int FEWEST = 2;
  private static final int MOST = 11;

  private final CommandsModel model;
  private final Lang lang;
  private final TextField search = new TextField();
  private final ListView<Command> found = new ListView<>();
  private final Overlay overlay;

  public CommandPalette(CommandsModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    search.setId("command-search");
    search.promptTextProperty().bind(lang.bind("command.search"));
    search.accessibleTextProperty().bind(lang.bind("command.search"));
    search.textProperty().subscribe(this::refresh);
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    found.setId("commands");
    found.setFocusTraversable(false);
    found.accessibleTextProperty().bind(lang.bind("command.all"));
    found.setCellFactory(view -> new Cell());
    Label nothing = new Label();
    nothing.getStyleClass().add("mut");
    nothing.textProperty().bind(lang.bind("command.none"));
    found.setPlaceholder(nothing);
    found.setFixedCellSize(ROW);
    VBox card = new VBox(search, found);
    card.setMaxHeight(Region.USE_PREF_SIZE);
    card.getStyleClass().addAll("card", "command-palette");
    card.focusedProperty().subscribe(focused -> {
      if (focused) {
        search.requestFocus();
      }
    });
    overlay = new Overlay(card);
  }

  public void showIn(Scene scene) {
    search.clear();
    refresh();
    overlay.showIn(scene);
  }

  private void refresh() {
    found.getItems().setAll(model.find(search.getText()));
    found.setPrefHeight(ROW * Math.max(FEWEST, Math.min(MOST, found.getItems().size())) + 2);
    found.getSelectionModel().selectFirst();
    found.scrollTo(0);
  }

  private void press(KeyEvent event) {
    int at = found.getSelectionModel().getSelectedIndex();
    int last = found.getItems().size() - 1;
    if (event.getCode() == KeyCode.DOWN) {
      choose(at == last ? 0 : at + 1);
    } else if (event.getCode() == KeyCode.UP) {
      choose(at <= 0 ? last : at - 1);
    } else if (event.getCode() == KeyCode.ENTER) {
      run(found.getSelectionModel().getSelectedItem());
    } else if (event.getCode() != KeyCode.TAB) {
      return;
    }
    event.consume();
  }

  private void choose(int index) {
    found.getSelectionModel().select(index);
    found.scrollTo(Math.max(0, index - 4));
  }

  /** Closes first: the command may want the focus for itself. */
  private void run(Command command) {
    if (command != null) {
      overlay.close();
      command.run();
    }
  }

  /** Icon, name, what it has to do with, key. */
  private final class Cell extends ListCell<Command> {
    private final Label title = new Label();
    private final Label group = new Label();
    private final Label keys = new Label();
    private final HBox row;

    Cell() {
      group.getStyleClass().addAll("note", "mut");
      keys.getStyleClass().addAll("note", "key-cap");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      row = new HBox(new Region(), title, group, gap, keys);
      row.getStyleClass().add("command-row");
      setOnMouseClicked(event -> run(getItem()));
    }

    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      setGraphic(empty ? null : row);
      if (!empty) {
        title.setText(model.title(command));
        row.getChildren().set(0, command.icon().view());
        group.setText(lang.say("command.group." + command.group()));
        keys.setText(command.key().map(key -> KeyCombination.valueOf(key).getDisplayText()).orElse(""));
        keys.setVisible(command.key().isPresent());
        setAccessibleText(title.getText() + " " + keys.getText());
      }
    }
  }
}
