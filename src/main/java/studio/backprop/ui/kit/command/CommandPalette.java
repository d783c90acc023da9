package studio.backprop.ui.kit.command;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Finder;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Overlay;

/** Command palette: searches all commands of the window; arrow keys select, Enter runs. */
public final class CommandPalette {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final PseudoClass SAYING = PseudoClass.getPseudoClass("saying");
  private static final double ROW = 36;
  /** Range of visible rows: at least a note, at most what can be scanned. */
  private static final int FEWEST = 2;
  private static final int MOST = 11;

  private final CommandsModel model;
  private final Lang lang;
  private final Finder<CommandRow> finder;
  private final Overlay overlay;

  public CommandPalette(CommandsModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    finder = new Finder<>(lang, "command", model::rows);
    finder.choosing(row -> row.command().isPresent());
    ListView<CommandRow> found = finder.list();
    found.setFocusTraversable(false);
    found.setCellFactory(view -> new Cell());
    found.setFixedCellSize(ROW);
    found.prefHeightProperty().bind(
        Bindings.createDoubleBinding(() -> ROW * Math.max(FEWEST, Math.min(MOST, found.getItems().size())) + 2, found.getItems()));
    finder.setMaxHeight(Region.USE_PREF_SIZE);
    finder.getStyleClass().addAll("card", "command-palette");
    finder.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    overlay = new Overlay(finder);
  }

  public void showIn(Scene scene) {
    finder.clear();
    overlay.showIn(scene);
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      Optional.ofNullable(finder.list().getSelectionModel().getSelectedItem()).flatMap(CommandRow::command).ifPresent(this::run);
      event.consume();
    } else if (event.getCode() == KeyCode.TAB) {
      event.consume(); // there is no other control
    }
  }

  /** Closes first: the command may request the focus. */
  private void run(Command command) {
    overlay.close();
    model.used(command);
    command.run();
  }

  /** Icon, name, group, shortcut; or a heading; or a note. */
  private final class Cell extends ListCell<CommandRow> {
    private final Label title = new Label();
    private final Label group = new Label();
    private final Label keys = new Label();
    private final Region gap = new Region();
    private final HBox row = new HBox();

    Cell() {
      group.getStyleClass().addAll("note", "mut");
      keys.getStyleClass().addAll("note", "key-cap");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      HBox.setHgrow(gap, Priority.ALWAYS);
      row.getStyleClass().add("command-row");
      setOnMouseClicked(event -> Optional.ofNullable(getItem()).flatMap(CommandRow::command).ifPresent(CommandPalette.this::run));
    }

    /** A cell is filled during layout, after the CSS pass of this frame: its icon would be unstyled. */
    @Override
    protected void layoutChildren() {
      row.applyCss();
      super.layoutChildren();
    }

    @Override
    protected void updateItem(CommandRow shown, boolean empty) {
      super.updateItem(shown, empty);
      boolean says = !empty && shown.command().isEmpty();
      pseudoClassStateChanged(SAYING, says);
      pseudoClassStateChanged(HEADING, says && shown.heading());
      setGraphic(empty ? null : row);
      if (!empty) {
        title.setText(shown.said());
        shown.command().ifPresentOrElse(this::show, () -> row.getChildren().setAll(title));
        setAccessibleText(title.getText() + shown.command().map(any -> " " + keys.getText()).orElse(""));
      }
    }

    private void show(Command command) {
      boolean typed = !finder.typed().isBlank(); // else the heading has it
      group.setText(typed ? lang.say("command.group." + command.group()) : "");
      keys.setText(command.key().map(key -> KeyCombination.valueOf(key).getDisplayText()).orElse(""));
      keys.setVisible(command.key().isPresent());
      row.getChildren().setAll(command.icon().view(), title, group, gap, keys);
      row.applyCss(); // a reused row has a new icon
    }
  }
}
