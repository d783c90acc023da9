package studio.backprop.ui.design.designer.edit;

import java.util.Set;
import studio.backprop.network.Note;

/** Offset of nodes and notes from their places in the document. Immutable. */
public record Shift(Set<Integer> nodes, Set<Integer> notes, double dx, double dy) {
  public static final Shift NONE = new Shift(Set.of(), 0, 0);

  Shift(Set<Integer> nodes, double dx, double dy) {
    this(nodes, Set.of(), dx, dy);
  }

  public double dxOf(int node) {
    return nodes.contains(node) ? dx : 0;
  }

  double dyOf(int node) {
    return nodes.contains(node) ? dy : 0;
  }

  double dxOf(Note note) {
    return notes.contains(note.id()) ? dx : 0;
  }

  double dyOf(Note note) {
    return notes.contains(note.id()) ? dy : 0;
  }

  public boolean far() {
    return dx != 0 || dy != 0;
  }
}
