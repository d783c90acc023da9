package studio.backprop.ui.window.presenter;

import java.util.Optional;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Column beside the view on a wide screen: a second, small view such as the output, and the metrics below. */
final class SideColumn extends VBox {
  private final Enlarged picture = new Enlarged();

  SideColumn() {
    getStyleClass().add("side-column");
    VBox.setVgrow(picture, Priority.ALWAYS);
    getChildren().add(picture);
  }

  void show(Optional<Exhibit> beside) {
    beside.ifPresentOrElse(picture::show, picture::clear);
    picture.setVisible(beside.isPresent());
    picture.setManaged(beside.isPresent());
  }

  /** Takes in the metrics at this width. */
  void take(Figures figures, double width) {
    setPrefWidth(width);
    setMinWidth(width);
    figures.stack(true);
    if (!getChildren().contains(figures)) {
      getChildren().add(figures);
    }
  }
}
