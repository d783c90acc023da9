package studio.backprop.ui.kit;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Modal card with a title and a close button. */
public final class OverlayPage {
  private final Overlay overlay;

  /** @param style the style class that sets the size */
  public OverlayPage(Lang lang, String titleKey, String style, Node... content) {
    Label title = new Label();
    title.getStyleClass().add("lesson-title");
    title.textProperty().bind(lang.bind(titleKey));
    Button close = new Button(null, Icon.CLOSE.view());
    close.getStyleClass().addAll("bare", "icon-only");
    new Hints(lang).explain(close, "kit.close");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, close);
    head.getStyleClass().add("page-head");
    VBox card = new VBox(head);
    card.getChildren().addAll(content);
    card.getStyleClass().addAll("card", style);
    card.focusedProperty().subscribe(focused -> {
      if (focused) {
        close.requestFocus();
      }
    });
    overlay = new Overlay(card);
    close.setOnAction(event -> overlay.close());
  }

  public void showIn(Scene scene) {
    overlay.showIn(scene);
  }

  public void close() {
    overlay.close();
  }
}
