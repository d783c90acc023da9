package studio.backprop.ui.design.designer;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import studio.backprop.network.Node;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.Conversation;
import studio.backprop.ui.design.designer.edit.DesignerModel;

/** Gesture that selects nodes and notes with a rubber band; a modifier key adds to the selection. */
public final class Marquee implements Conversation {
  private final DesignerModel model;
  private final Set<Integer> before;
  private final Set<Integer> kept;
  private final Set<Integer> notesBefore;
  private final Set<Integer> notesKept;
  private final double startX;
  private final double startY;

  public Marquee(DesignerModel model, boolean adding, double x, double y) {
    this.model = model;
    this.before = model.document().selection();
    this.kept = adding ? before : Set.of();
    this.notesBefore = model.notes().selected();
    this.notesKept = adding ? notesBefore : Set.of();
    this.startX = x;
    this.startY = y;
  }

  @Override
  public void move(double x, double y) {
    Box frame = Box.between(startX, startY, x, y);
    Set<Integer> touched = new TreeSet<>(kept);
    for (Node node : model.document().network().nodes()) {
      if (model.places().box(node).touches(frame)) {
        touched.add(node.id());
      }
    }
    model.hand().frame(Optional.of(frame));
    model.document().select(touched);
    Set<Integer> notes = new TreeSet<>(model.notes().touched(frame));
    notes.addAll(notesKept);
    model.notes().add(notes);
  }

  @Override
  public void commit() {
    model.hand().frame(Optional.empty());
  }

  @Override
  public void cancel() {
    model.hand().frame(Optional.empty());
    model.document().select(before);
    model.notes().add(notesBefore);
  }
}
