package studio.backprop.ui.window.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import studio.backprop.ui.kit.FocusRing;
import studio.backprop.ui.kit.Landing;

/** Keyboard navigation between panels: focuses the initial control of the next visible one. */
final class PanelKeys {
  private final List<? extends Node> panels;

  /** @param panels in traversal order */
  PanelKeys(List<? extends Node> panels) {
    this.panels = List.copyOf(panels);
  }

  /** @param by 1 for the next panel, −1 for the previous */
  void go(int by) {
    int at = focused();
    int start = at < 0 && by < 0 ? 0 : at;
    IntStream.rangeClosed(1, panels.size())
        .mapToObj(step -> first(panels.get(Math.floorMod(start + step * by, panels.size()))))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(FocusRing::lead);
  }

  private int focused() {
    Node owner = panels.get(0).getScene() == null ? null : panels.get(0).getScene().getFocusOwner();
    for (Node node = owner; node != null; node = node.getParent()) {
      if (panels.contains(node)) {
        return panels.indexOf(node);
      }
    }
    return -1;
  }

  private static Optional<Node> first(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    if (node instanceof Landing panel) {
      return Optional.of(panel.landing());
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().map(PanelKeys::first).flatMap(Optional::stream).findFirst()
        : Optional.empty();
  }
}
