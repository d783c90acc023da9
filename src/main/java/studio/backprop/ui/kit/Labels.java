package studio.backprop.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels that are never truncated: wrapped, or in full width. */
public final class Labels {
  private Labels() {}

  public static Label wrapped(String text, String... styles) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** One line in full width; siblings shrink. */
  public static Label whole(String text, String... styles) {
    Label label = new Label(text);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }
}
