package studio.backprop.ui.design.designer;

import java.util.Optional;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Shift;

/** Outlines of dragged copies, dashed in the accent colour. */
final class CopiesView extends Group {
  private final CanvasDesk desk;
  private Set<Integer> shown = Set.of();
  private Set<Integer> shownNotes = Set.of();

  CopiesView(CanvasDesk desk) {
    this.desk = desk;
    setMouseTransparent(true);
    setManaged(false);
    desk.model().hand().copiesProperty().subscribe(this::show);
  }

  private void show(Optional<Shift> copies) {
    setVisible(copies.isPresent());
    copies.ifPresent(shift -> {
      if (!shift.nodes().equals(shown) || !shift.notes().equals(shownNotes)) {
        shown = shift.nodes();
        shownNotes = shift.notes();
        getChildren().setAll(shown.stream().map(desk.model().network()::node)
            .filter(node -> !desk.model().groups().hides(node.id()))
            .map(node -> new GhostBox(desk.lang().say(node.type().title()), node.type(), desk.model().places().box(node))).toList());
        shown.stream().filter(desk.model().groups()::hides).map(desk.model().network()::node).map(desk.model().places()::box).distinct()
            .map(CopiesView::rim).forEach(getChildren()::add);
        shownNotes.stream().flatMap(id -> desk.model().network().marks().note(id).stream()).map(desk.model().places()::box)
            .map(CopiesView::rim).forEach(getChildren()::add);
      }
      setTranslateX(shift.dx());
      setTranslateY(shift.dy());
    });
    if (copies.isEmpty()) {
      shown = Set.of();
      shownNotes = Set.of();
      getChildren().clear();
    }
  }

  private static Rectangle rim(Box box) {
    Rectangle rim = new Rectangle(box.x(), box.y(), box.width(), box.height());
    rim.getStyleClass().add("ghost-rim");
    return rim;
  }
}
