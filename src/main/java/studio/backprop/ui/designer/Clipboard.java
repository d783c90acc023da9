package studio.backprop.ui.designer;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.network.Network;
import studio.backprop.text.Message;

/** Nodes that were copied, with the wires among them. Each paste lies a little further down, so that copies do not hide each other. */
final class Clipboard {
  private static final double STEP = 2 * Anatomy.GRID;

  private final DesignerModel model;
  private Network copied = Network.EMPTY;
  private int pastes;

  Clipboard(DesignerModel model) {
    this.model = model;
  }

  boolean isEmpty() {
    return copied.nodes().isEmpty();
  }

  void copy() {
    Set<Integer> selection = model.document().selection();
    if (!selection.isEmpty()) {
      copied = model.network().only(selection);
      pastes = 0;
    }
  }

  void cut() {
    copy();
    model.edits().remove(model.document().selection(), "edit.cut");
  }

  void paste() {
    if (!isEmpty()) {
      pastes++;
      paste(copied, pastes * STEP, pastes * STEP, "edit.paste");
    }
  }

  /** Copies the selected nodes beside themselves and leaves the clipboard as it is. */
  void duplicate() {
    Network selected = model.network().only(model.document().selection());
    if (!selected.nodes().isEmpty()) {
      paste(selected, STEP, STEP, "edit.duplicate");
    }
  }

  /** Copies nodes to where a hand has dragged their copies. */
  void copyTo(Set<Integer> nodes, double dx, double dy) {
    paste(model.network().only(nodes), dx, dy, "edit.duplicate");
  }

  private void paste(Network nodes, double dx, double dy, String edit) {
    int first = model.network().nextId();
    model.document().edit(Message.of(edit, nodes.nodes().size()), network -> network.paste(nodes, dx, dy));
    model.document().select(IntStream.range(first, model.network().nextId()).boxed().collect(Collectors.toSet()));
  }
}
