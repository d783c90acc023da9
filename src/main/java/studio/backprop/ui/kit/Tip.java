package studio.backprop.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Font;
import javafx.stage.Window;

/** A tooltip that breaks a long sentence into lines: JavaFX does so only where it is told the width. */
final class Tip extends Tooltip {
  /** In px, as in the style sheet. */
  private static final double WIDEST = 320;

  private static final double PADDING = 16;
  /** Below the node that it stands under. */
  private static final double GAP = 4;
  private static final Font FONT = Font.font(Fonts.FAMILY, 12);

  private Node above;

  Tip(ObservableValue<String> sentence) {
    textProperty().bind(sentence);
    textProperty().subscribe(text -> setPrefWidth(width(text) > WIDEST ? WIDEST : USE_COMPUTED_SIZE));
  }

  /** Stands under a node, and not beside the pointer, where the next of several things is read. */
  Tip under(Node node) {
    above = node;
    return this;
  }

  @Override
  public void show(Window owner, double x, double y) {
    Bounds bounds = above == null ? null : above.localToScreen(above.getBoundsInLocal());
    super.show(owner, bounds == null ? x : bounds.getMinX(), bounds == null ? y : bounds.getMaxY() + GAP);
  }

  private static double width(String text) {
    return Fonts.width(text, FONT) + PADDING;
  }
}
