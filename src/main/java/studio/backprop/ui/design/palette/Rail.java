package studio.backprop.ui.design.palette;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tab;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Icon;

/** Rail of the palette in a narrow window: a column of icons that open their tabs beside it. */
final class Rail extends VBox {
  private final ObservableValue<Tab> open;
  private final Consumer<Tab> toggle;

  /**
   * @param open the open tab, null for none
   * @param toggle opens or closes a tab
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

  void add(Node node) {
    getChildren().add(node);
  }
}
