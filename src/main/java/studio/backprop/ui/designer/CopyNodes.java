package studio.backprop.ui.designer;

import java.util.Optional;
import java.util.Set;
import studio.backprop.network.Node;
import studio.backprop.ui.designer.MoveNodes.Shift;

/** Dragging copies away from nodes that stay. */
final class CopyNodes implements Conversation {
  private final DesignerModel model;
  private final Node lead;
  private final Set<Integer> copied;
  private final double startX;
  private final double startY;

  /** @param lead the node under the mouse, the edges of whose copy find the grid */
  CopyNodes(DesignerModel model, Node lead, Set<Integer> copied, double x, double y) {
    this.model = model;
    this.lead = lead;
    this.copied = copied;
    this.startX = x;
    this.startY = y;
  }

  @Override
  public void move(double x, double y) {
    model.copies(Optional.of(MoveNodes.shift(copied, lead, x - startX, y - startY)));
  }

  @Override
  public void commit() {
    Optional<Shift> shift = model.copiesProperty().get().filter(Shift::far);
    cancel();
    shift.ifPresent(s -> model.clipboard().copyTo(s.nodes(), s.dx(), s.dy()));
  }

  @Override
  public void cancel() {
    model.copies(Optional.empty());
  }
}
