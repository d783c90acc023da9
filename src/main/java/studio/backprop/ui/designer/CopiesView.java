package studio.backprop.ui.designer;

import java.util.Optional;
import java.util.Set;
import javafx.scene.Group;
import studio.backprop.ui.designer.MoveNodes.Shift;

/** Copies that are being dragged, dashed in the accent colour. */
final class CopiesView extends Group {
  private final Desk desk;
  private Set<Integer> shown = Set.of();

  CopiesView(Desk desk) {
    this.desk = desk;
    setMouseTransparent(true);
    setManaged(false);
    desk.model().copiesProperty().subscribe(this::show);
  }

  private void show(Optional<Shift> copies) {
    setVisible(copies.isPresent());
    copies.ifPresent(shift -> {
      if (!shift.nodes().equals(shown)) {
        shown = shift.nodes();
        getChildren().setAll(shown.stream().map(desk.model().network()::node)
            .map(node -> new GhostBox(desk.lang().say(node.type().title()), node.type(), desk.model().places().box(node))).toList());
      }
      setTranslateX(shift.dx());
      setTranslateY(shift.dy());
    });
    if (copies.isEmpty()) {
      shown = Set.of();
      getChildren().clear();
    }
  }
}
