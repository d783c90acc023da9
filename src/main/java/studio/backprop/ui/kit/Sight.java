package studio.backprop.ui.kit;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Visibility of nodes. What is not visible is not painted: the time belongs to training. */
public final class Sight {
  private Sight() {}

  /** Shows a node, or hides it and takes it out of the layout. */
  public static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** In a scene, and no ancestor hidden. */
  public static boolean of(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  /** Whether the node and all its ancestors are visible; follows changes. */
  public static ObservableValue<Boolean> shown(Node node) {
    return node.visibleProperty().flatMap(
        visible -> visible ? node.parentProperty().flatMap(Sight::shown).orElse(true) : new SimpleObjectProperty<>(false));
  }
}
