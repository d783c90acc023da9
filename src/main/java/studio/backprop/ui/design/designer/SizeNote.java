package studio.backprop.ui.design.designer;

import java.util.Optional;
import studio.backprop.network.Note;
import studio.backprop.ui.design.designer.edit.Conversation;
import studio.backprop.ui.design.designer.edit.MoveNodes;
import studio.backprop.ui.design.designer.edit.Notes;

/** Gesture that resizes a note at its lower right corner, snapping to the grid. */
public final class SizeNote implements Conversation {
  private final Notes notes;
  private final Note note;
  private final double startX;
  private final double startY;

  public SizeNote(Notes notes, Note note, double x, double y) {
    this.notes = notes;
    this.note = note;
    this.startX = x;
    this.startY = y;
  }

  @Override
  public void move(double x, double y) {
    double right = MoveNodes.pulled(note.x() + note.width() + x - startX);
    double bottom = MoveNodes.pulled(note.y() + note.height() + y - startY);
    notes.size(Optional.of(note.sized(right - note.x(), bottom - note.y())));
  }

  @Override
  public void commit() {
    Optional<Note> pulled = notes.sizedProperty().get();
    cancel();
    pulled.ifPresent(to -> notes.resize(to, ""));
  }

  @Override
  public void cancel() {
    notes.size(Optional.empty());
  }
}
