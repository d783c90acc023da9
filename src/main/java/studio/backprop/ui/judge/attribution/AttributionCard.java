package studio.backprop.ui.judge.attribution;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A part of the page with a title, and beside it what it shows in a few words. The title stays whole where there is little room. */
abstract class AttributionCard extends VBox {
  final Label title = new Label();
  final Label detail = new Label();
  final HBox head = new HBox(title, detail);

  /** @param style of the card */
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
