package studio.backprop.ui.design.designer.edit;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.network.Node;
import studio.backprop.network.Note;
import studio.backprop.network.Wire;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Selection: nodes and notes, or a wire. */
final class Selection {
  private final DocumentModel document;
  private final ReadOnlyObjectWrapper<Set<Integer>> notes = new ReadOnlyObjectWrapper<>(this, "notes", Set.of());
  private final ReadOnlyObjectWrapper<Optional<Wire>> wire = new ReadOnlyObjectWrapper<>(this, "wire", Optional.empty());
  private Optional<Integer> placed = Optional.empty();

  Selection(DocumentModel document) {
    this.document = document;
    document.selectionProperty().subscribe(nodes -> {
      if (!nodes.isEmpty()) {
        wire.set(Optional.empty());
      }
    });
    document.projectProperty().subscribe(project -> {
      if (wire.get().filter(selected -> !project.network().wires().contains(selected)).isPresent()) {
        wire.set(Optional.empty());
      }
      Set<Integer> kept = new TreeSet<>(notes());
      if (kept.removeIf(id -> project.network().marks().note(id).isEmpty())) {
        notes.set(Set.copyOf(kept));
      }
    });
  }

  Set<Integer> nodes() {
    return document.selection();
  }

  ReadOnlyObjectProperty<Set<Integer>> notesProperty() {
    return notes.getReadOnlyProperty();
  }

  Set<Integer> notes() {
    return notes.get();
  }

  ReadOnlyObjectProperty<Optional<Wire>> wireProperty() {
    return wire.getReadOnlyProperty();
  }

  /** The node just added, until something else is selected. */
  Optional<Integer> placed() {
    return placed;
  }

  void select(int node) {
    select(node, Optional.empty());
  }

  void selectPlaced(int node) {
    select(node, Optional.of(node));
  }

  private void select(int node, Optional<Integer> justPlaced) {
    placed = justPlaced;
    notes.set(Set.of());
    document.select(Set.of(node));
  }

  void select(Collection<Integer> nodes) {
    document.select(nodes);
  }

  void select(Wire selected) {
    clear();
    wire.set(Optional.of(selected));
  }

  void addNotes(Set<Integer> selected) {
    notes.set(Set.copyOf(selected));
  }

  /** Adds a node to the selection, or removes it. */
  void toggle(int node) {
    document.select(toggled(nodes(), node));
  }

  void toggleNote(int note) {
    notes.set(Set.copyOf(toggled(notes(), note)));
  }

  private static Set<Integer> toggled(Set<Integer> ids, int id) {
    Set<Integer> changed = new TreeSet<>(ids);
    if (!changed.remove(id)) {
      changed.add(id);
    }
    return changed;
  }

  void selectAll() {
    document.select(document.network().nodes().stream().map(Node::id).collect(Collectors.toSet()));
    addNotes(document.network().marks().notes().stream().map(Note::id).collect(Collectors.toSet()));
  }

  /**
   * Clears the selection.
   *
   * @return whether there was one
   */
  boolean clear() {
    boolean selected = !nodes().isEmpty() || !notes().isEmpty() || wire.get().isPresent();
    document.select(Set.of());
    notes.set(Set.of());
    wire.set(Optional.empty());
    return selected;
  }
}
