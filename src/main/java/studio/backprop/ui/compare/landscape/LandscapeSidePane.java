package studio.backprop.ui.compare.landscape;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * Right column, at least as high as its pane. A scroll pane requests the minimum height without a width, which would ignore wrapped text
 * and hide the scroll bar: so the current width is used.
 */
final class LandscapeSidePane extends VBox {
  LandscapeSidePane(Node... children) {
    super(children);
    getStyleClass().add("landscape-right");
  }

  @Override
  protected double computeMinHeight(double width) {
    return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
  }
}
