package studio.backprop.ui.design.designer;

import java.util.Optional;
import java.util.Set;
import studio.backprop.network.Node;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.Conversation;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.MoveNodes;
import studio.backprop.ui.design.designer.edit.Shift;

/** Gesture that drags copies of nodes. */
public final class CopyNodes implements Conversation {
  private final DesignerModel model;
  private final Box lead;
  private final Shift begun;
  private final double startX;
  private final double startY;

  /** @param lead the node under the mouse, whose copy snaps to the grid */
  public CopyNodes(DesignerModel model, Node lead, Set<Integer> copied, double x, double y) {
    this(model, Anatomy.box(lead, model.lens()), copied, x, y);
  }

  /** @param lead the note or group title under the mouse */
  CopyNodes(DesignerModel model, Box lead, Set<Integer> copied, double x, double y) {
    this.model = model;
    this.lead = lead;
    this.begun = new Shift(copied, model.notes().selected(), 0, 0);
    this.startX = x;
    this.startY = y;
  }

  @Override
  public void move(double x, double y) {
    model.hand().copies(Optional.of(MoveNodes.shift(begun, lead, x - startX, y - startY)));
  }

  @Override
  public void commit() {
    Optional<Shift> shift = model.hand().copiesProperty().get().filter(Shift::far);
    cancel();
    shift.ifPresent(s -> model.clipboard().copyTo(s));
  }

  @Override
  public void cancel() {
    model.hand().copies(Optional.empty());
  }
}
