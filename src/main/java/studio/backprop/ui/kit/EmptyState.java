package studio.backprop.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Placeholder of an empty view: one sentence about what will appear, and buttons that lead there. */
public final class EmptyState extends VBox {
  public EmptyState(Icon icon, ObservableValue<String> sentence, Node... actions) {
    Label label = new Label();
    label.textProperty().bind(sentence);
    getStyleClass().add("empty-state");
    getChildren().addAll(icon.view(), label);
    getChildren().addAll(actions);
  }
}
