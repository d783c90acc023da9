package studio.backprop.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Stands where there is nothing to show yet: one sentence says what will fill the place, and buttons help it along. */
public final class EmptyState extends VBox {
  public EmptyState(Icon icon, ObservableValue<String> sentence, Node... actions) {
    Label label = new Label();
    label.textProperty().bind(sentence);
    getStyleClass().add("empty-state");
    getChildren().addAll(icon.view(), label);
    getChildren().addAll(actions);
  }
}
