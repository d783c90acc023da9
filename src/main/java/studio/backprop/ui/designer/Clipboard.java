package studio.backprop.ui.designer;

import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Note;
import studio.backprop.ui.designer.MoveNodes.Shift;

/** Nodes and notes that were copied, with the wires among them. Each paste lies a little further down, so that copies do not hide each other. */
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
    Network selected = selected();
    if (!isEmpty(selected)) {
      copied = selected;
      pastes = 0;
      filled.set(true);
    }
  }

  private Network selected() {
    return model.network().only(model.document().selection(), model.notes().selected());
  }

  private static boolean isEmpty(Network network) {
    return network.nodes().isEmpty() && network.marks().isEmpty();
  }

  void cut() {
    copy();
    model.edits().remove("edit.cut");
  }

  void paste() {
    if (filled.get()) {
      pastes++;
      paste(copied, pastes * STEP, pastes * STEP, "edit.paste");
    }
  }

  /** Copies what is selected beside itself and leaves the clipboard as it is. */
  void duplicate() {
    Network selected = selected();
    if (!isEmpty(selected)) {
      paste(selected, STEP, STEP, "edit.duplicate");
    }
  }

  /** Copies things to where a hand has dragged their copies. */
  void copyTo(Shift shift) {
    paste(model.network().only(shift.nodes(), shift.notes()), shift.dx(), shift.dy(), "edit.duplicate");
  }

  private void paste(Network things, double dx, double dy, String edit) {
    int node = model.network().nextId();
    int note = model.network().marks().nextId();
    model.document().edit(Edits.named(edit, things.nodes().size(), things.marks().notes().size()), network -> network.paste(things, dx, dy));
    model.document().select(model.network().nodes().stream().map(Node::id).filter(id -> id >= node).toList());
    model.notes().add(model.network().marks().notes().stream().map(Note::id).filter(id -> id >= note).collect(Collectors.toSet()));
  }
}
