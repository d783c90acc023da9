package studio.backprop.ui.designer;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import studio.backprop.network.Network;
import studio.backprop.text.Message;

/** Nodes that were copied, with the wires among them. Each paste lies a little further down, so that copies do not hide each other. */
final class Clipboard {
  private static final double STEP = 2 * Anatomy.GRID;

  private final DesignerModel model;
  private Network copied = Network.EMPTY;
  private final ReadOnlyBooleanWrapper filled = new ReadOnlyBooleanWrapper(this, "filled");
  private int pastes;

  Clipboard(DesignerModel model) {
    this.model = model;
  }

  /** Whether there is something to paste. */
  ReadOnlyBooleanProperty filledProperty() {
    return filled.getReadOnlyProperty();
  }

  void copy() {
    Set<Integer> selection = model.document().selection();
    if (!selection.isEmpty()) {
      copied = model.network().only(selection);
      pastes = 0;
      filled.set(true);
    }
  }

  void cut() {
    copy();
    model.edits().remove(model.document().selection(), "edit.cut");
  }

  void paste() {
    if (filled.get()) {
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
