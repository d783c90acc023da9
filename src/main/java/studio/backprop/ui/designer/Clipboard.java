package studio.backprop.ui.designer;

import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Note;
import studio.backprop.ui.designer.MoveNodes.Shift;

/** Nodes and notes that were copied, with the wires among them. Each paste lies a little further down, so that copies do not hide each other. */
final class Clipboard {
  private static final double STEP = 2 * Anatomy.GRID;

  private final DesignerModel model;
  private final Copied copied;
  private final BooleanBinding filled;
  /** What was pasted last, and how often: each copy stands a little further. */
  private Network pasted = Network.EMPTY;
  private int pastes;

  Clipboard(DesignerModel model, Copied copied) {
    this.model = model;
    this.copied = copied;
    this.filled = Bindings.createBooleanBinding(() -> !isEmpty(copied.network()), copied.networkProperty());
  }

  /** Whether there is something to paste. */
  ObservableBooleanValue filledProperty() {
    return filled;
  }

  void copy() {
    Network selected = selected();
    if (!isEmpty(selected)) {
      copied.set(selected);
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
    Network things = copied.network();
    if (!isEmpty(things)) {
      pastes = pasted == things ? pastes + 1 : 1;
      pasted = things;
      paste(things, pastes * STEP, pastes * STEP, "edit.paste");
      model.revealSelection();
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
