package studio.backprop.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Font;

/** A tooltip that breaks a long sentence into lines: JavaFX does so only where it is told the width. */
final class Tip extends Tooltip {
  /** In px, as in the style sheet. */
  private static final double WIDEST = 320;

  private static final double PADDING = 16;
  private static final Font FONT = Font.font(Fonts.FAMILY, 12);

  Tip(ObservableValue<String> sentence) {
    textProperty().bind(sentence);
    textProperty().subscribe(text -> setPrefWidth(width(text) > WIDEST ? WIDEST : USE_COMPUTED_SIZE));
  }

  private static double width(String text) {
    return Fonts.width(text, FONT) + PADDING;
  }
}
