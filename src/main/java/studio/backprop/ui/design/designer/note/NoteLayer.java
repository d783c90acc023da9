package studio.backprop.ui.design.designer.note;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.layout.Pane;
import studio.backprop.network.Note;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.DesignerModel;

/** Views of the notes, behind the network, keyed by id; follows the document. */
public final class NoteLayer extends Pane {
  private final CanvasDesk desk;
  private final Map<Integer, NoteView> views = new LinkedHashMap<>();
  private List<Note> shown = List.of();

  public NoteLayer(CanvasDesk desk) {
    this.desk = desk;
    DesignerModel model = desk.model();
    setPickOnBounds(false);
    setManaged(false);
    model.document().projectProperty().subscribe(project -> follow(project.network().marks().notes()));
    desk.lang().textsProperty().subscribe(texts -> views.forEach((id, view) -> view.show(view.note())));
    model.hand().shiftProperty().subscribe(shift -> views.values().forEach(view -> view.place(view.note())));
    model.notes().selectionProperty().subscribe(this::showSelection);
    model.notes().sizedProperty().subscribe((before, now) ->
        now.or(() -> before).map(Note::id).map(views::get).ifPresent(view -> view.place(now.orElse(view.note()))));
  }

  private void follow(List<Note> notes) {
    if (notes.equals(shown)) {
      return;
    }
    shown = notes;
    views.keySet().removeIf(id -> notes.stream().noneMatch(note -> note.id() == id));
    for (Note note : notes) {
      views.computeIfAbsent(note.id(), id -> new NoteView(desk, note)).show(note);
    }
    getChildren().setAll(notes.stream().map(Note::id).map(views::get).toList());
    showSelection(desk.model().notes().selected());
  }

  public void showSelection(Set<Integer> selection) {
    views.forEach((id, view) -> view.showSelected(selection.contains(id)));
  }

  double heightFor(int note, String text) {
    return views.containsKey(note) ? views.get(note).heightFor(text) : 0;
  }

  void focus(int note) {
    if (views.containsKey(note)) {
      views.get(note).requestFocus();
    }
  }
}
