package studio.backprop.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Font;
import javafx.stage.Window;

/** Tooltip with wrapped text: JavaFX wraps only at a known width. */
final class Tip extends Tooltip {
  /** In px, as in the style sheet. */
  private static final double WIDEST = 320;

  private static final double PADDING = 16;
  /** Distance to the node in px. */
  private static final double GAP = 4;
  private static final Font FONT = Font.font(Fonts.FAMILY, 12);

  private Node above;

  Tip(ObservableValue<String> sentence) {
    textProperty().bind(sentence);
    textProperty().subscribe(text -> setPrefWidth(width(text) > WIDEST ? WIDEST : USE_COMPUTED_SIZE));
  }

  /** Below the node instead of beside the pointer, where it would cover the next item. */
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
