package studio.backprop.ui.design.designer.edit;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.network.Marks;
import studio.backprop.network.Note;
import studio.backprop.text.Message;

/** Notes on the canvas: selection, editing, resizing and edits. */
public final class Notes {
  private static final double WIDTH = 200;
  private static final double HEIGHT = 100;

  private final CanvasState canvas;
  private final CanvasPlaces places;
  private final ReadOnlyObjectWrapper<Optional<Integer>> written = new ReadOnlyObjectWrapper<>(this, "written", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Note>> sized = new ReadOnlyObjectWrapper<>(this, "sized", Optional.empty());

  Notes(CanvasState canvas, CanvasPlaces places) {
    this.canvas = canvas;
    this.places = places;
  }

  private Marks marks() {
    return canvas.network().marks();
  }

  /** Ids of the selected notes. */
  public ReadOnlyObjectProperty<Set<Integer>> selectionProperty() {
    return canvas.selection().notesProperty();
  }

  public Set<Integer> selected() {
    return canvas.selection().notes();
  }

  /** The selected note, if nothing else is selected. */
  public Optional<Note> selectedNote() {
    boolean one = selected().size() == 1 && canvas.selection().nodes().isEmpty();
    return one ? marks().note(selected().iterator().next()) : Optional.empty();
  }

  public void add(Set<Integer> notes) {
    canvas.selection().addNotes(notes);
  }

  public void select(int note) {
    canvas.selection().clear();
    canvas.selection().addNotes(Set.of(note));
  }

  public void toggle(int note) {
    canvas.selection().toggleNote(note);
  }

  /** Notes that intersect a frame. */
  public Set<Integer> touched(Box frame) {
    return marks().notes().stream().filter(note -> places.box(note).touches(frame)).map(Note::id).collect(Collectors.toSet());
  }

  // --- text

  /** Note whose text is being edited. */
  public ReadOnlyObjectProperty<Optional<Integer>> writtenProperty() {
    return written.getReadOnlyProperty();
  }

  /** Adds an empty note at the nearest free place, and starts editing. */
  public void create(double x, double y) {
    int id = marks().nextId();
    Box place = free(new Box(Anatomy.snap(x), Anatomy.snap(y), WIDTH, HEIGHT));
    Note note = new Note(id, "", Note.Colour.YELLOW, place.x(), place.y(), WIDTH, HEIGHT);
    edit("edit.note.add", typing(id), marks -> marks.add(note));
    select(id);
    canvas.camera().fly(() -> canvas.camera().reveal(place));
    written.set(Optional.of(id));
  }

  /** First free place at or below a box, in all lenses, since heights differ. */
  private Box free(Box wanted) {
    Box place = wanted;
    while (covers(place.grown(Anatomy.GRID / 2))) {
      place = place.moved(0, Anatomy.GRID);
    }
    return place;
  }

  private boolean covers(Box place) {
    return canvas.network().nodes().stream()
            .map(places::box)
            .map(box -> new Box(box.x(), box.y(), box.width(), Anatomy.height(Lens.GRADIENTS)))
            .anyMatch(place::touches)
        || marks().notes().stream().map(places::box).anyMatch(place::touches);
  }

  /** Adds a note in the middle of the view. */
  public void create() {
    Box seen = canvas.camera().seen();
    create(seen.centerX() - WIDTH / 2, seen.centerY() - HEIGHT / 2);
  }

  public void write(int note) {
    canvas.document().settle();
    select(note);
    written.set(Optional.of(note));
  }

  /** Ends editing. */
  public void wrote(int note, String text, double height) {
    written.set(Optional.empty());
    if (marks().note(note).isPresent()) {
      edit("edit.note.write", typing(note),
          marks -> marks.withNote(note, old -> old.withText(text.strip()).sized(old.width(), Math.max(old.height(), height))));
    }
    canvas.document().settle();
  }

  /** A note and its first text are one edit. */
  private static String typing(int note) {
    return "note" + note;
  }

  // --- colour and size

  public void paint(int note, Note.Colour colour) {
    edit("edit.note.colour", "", marks -> marks.withNote(note, old -> old.withColour(colour)));
  }

  /** The note during a resize. */
  public ReadOnlyObjectProperty<Optional<Note>> sizedProperty() {
    return sized.getReadOnlyProperty();
  }

  public void size(Optional<Note> pulled) {
    sized.set(pulled);
  }

  /** Resizes the only selected note; consecutive steps are one edit. */
  public void grow(double dx, double dy) {
    selectedNote().ifPresent(note -> resize(note.sized(note.width() + dx, note.height() + dy), "size" + note.id()));
  }

  public void resize(Note to, String merge) {
    edit("edit.note.size", merge, marks -> marks.withNote(to.id(), old -> old.sized(to.width(), to.height())));
  }

  private void edit(String name, String merge, UnaryOperator<Marks> change) {
    canvas.document().edit(Message.of(name), merge, network -> network.withMarks(change));
  }
}
