package studio.backprop.ui.judge.attribution;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Titled card of the page with a short subtitle. The title is not truncated where space is tight. */
abstract class AttributionCard extends VBox {
  final Label title = new Label();
  final Label detail = new Label();
  final HBox head = new HBox(title, detail);

  AttributionCard(String style) {
    getStyleClass().addAll("card", style);
    title.getStyleClass().add("strong");
    title.setMinWidth(USE_PREF_SIZE);
    detail.getStyleClass().addAll("note", "mut");
    detail.setMinWidth(0);
    head.getStyleClass().add("title-row");
    getChildren().add(head);
  }
}
