package studio.backprop.ui.window.presenter;

import java.util.Optional;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Beside a presented view on a wide screen: a second view in small, such as the output, and under it the figures. */
final class SideColumn extends VBox {
  private final Enlarged picture = new Enlarged();

  SideColumn() {
    getStyleClass().add("side-column");
    VBox.setVgrow(picture, Priority.ALWAYS);
    getChildren().add(picture);
  }

  /** @param beside what stands beside the view, or nothing */
  void show(Optional<Exhibit> beside) {
    beside.ifPresentOrElse(picture::show, picture::clear);
    picture.setVisible(beside.isPresent());
    picture.setManaged(beside.isPresent());
  }

  /** Takes the figures in, at this width of the column. */
  void take(Figures figures, double width) {
    setPrefWidth(width);
    setMinWidth(width);
    figures.stack(true);
    if (!getChildren().contains(figures)) {
      getChildren().add(figures);
    }
  }
}
