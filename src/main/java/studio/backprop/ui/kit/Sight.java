package studio.backprop.ui.kit;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Whether something can be seen. What cannot be seen is not painted: the time belongs to the training. */
public final class Sight {
  private Sight() {}

  /** Shows a node, or hides it and gives its place to others. */
  public static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** In a scene, and not in a part of it that is hidden. */
  public static boolean of(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  /** Whether neither the node nor anything that holds it is hidden, now and later. */
  public static ObservableValue<Boolean> shown(Node node) {
    return node.visibleProperty().flatMap(
        visible -> visible ? node.parentProperty().flatMap(Sight::shown).orElse(true) : new SimpleObjectProperty<>(false));
  }
}
