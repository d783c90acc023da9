package studio.backprop.ui.design.palette;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tab;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Icon;

/** The palette in a narrow window: a column of icons with their words, each of which opens its room beside it. */
final class Rail extends VBox {
  private final ObservableValue<Tab> open;
  private final Consumer<Tab> toggle;

  /**
   * @param open the room that is open, null while none is
   * @param toggle opens a room, or closes it if it is open
   */
  Rail(ObservableValue<Tab> open, Consumer<Tab> toggle) {
    this.open = open;
    this.toggle = toggle;
    getStyleClass().add("rail");
  }

  void add(Icon icon, ObservableValue<String> title, Tab room) {
    ToggleButton button = new ToggleButton(null, icon.view());
    button.textProperty().bind(title);
    button.setContentDisplay(ContentDisplay.TOP);
    button.getStyleClass().add("bare");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setUserData(room);
    button.setOnAction(e -> toggle.accept(room));
    open.subscribe(now -> button.setSelected(now == room));
    getChildren().add(button);
  }

  void remove(Tab room) {
    getChildren().removeIf(button -> button.getUserData() == room);
  }

  /** Adds something below the rooms, such as a button that opens a window of its own. */
  void add(Node node) {
    getChildren().add(node);
  }
}
