package studio.backprop.ui.design.designer;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.layer.LayerType;
import studio.backprop.ui.design.designer.edit.Box;

/** Outline of a node that is not added yet. */
final class GhostBox extends VBox {
  private final Label title = new Label();

  GhostBox() {
    title.getStyleClass().add("node-title");
    getChildren().add(title);
  }

  GhostBox(String name, LayerType type, Box place) {
    this();
    show(name, type, place);
  }

  void show(String name, LayerType type, Box place) {
    title.setText(name);
    getStyleClass().setAll("designer-node", "ghost", type.group().name().toLowerCase(Locale.ROOT));
    setPrefSize(place.width(), place.height());
    resizeRelocate(place.x(), place.y(), place.width(), place.height());
  }

  /** Outline only, for a node dragged over it. */
  void leaveOpen() {
    title.setText("");
    getStyleClass().add("open");
  }
}
