package studio.backprop.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels whose words are never cut off: they take as many lines as they need, or all their width. */
public final class Labels {
  private Labels() {}

  /** In as many lines as its words need. */
  public static Label wrapped(String text, String... styles) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** In one line that others make room for. */
  public static Label whole(String text, String... styles) {
    Label label = new Label(text);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }
}
