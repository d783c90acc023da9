package studio.backprop.ui.compare.landscape;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * The column at the right, as high as its pane where it has room. A scroll pane asks how low it can be without saying how wide it is, and
 * shows no bar where words take more lines than at their full width: so it answers by the width that it has.
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
