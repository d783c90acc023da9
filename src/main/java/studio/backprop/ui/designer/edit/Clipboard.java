package studio.backprop.ui.designer.edit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Note;
import studio.backprop.ui.designer.edit.MoveNodes.Shift;

/**
 * Nodes and notes that were copied, with the wires among them. A paste lies under the original, or in its place where that is free, so that
 * nothing is hidden.
 */
public final class Clipboard {
  private static final double STEP = 2 * Anatomy.GRID;

  private final DesignerModel model;
  private final CopiedNodes copied;
  private final BooleanBinding filled;

  Clipboard(DesignerModel model, CopiedNodes copied) {
    this.model = model;
    this.copied = copied;
    this.filled = Bindings.createBooleanBinding(() -> !isEmpty(copied.network()), copied.networkProperty());
  }

  /** Whether there is something to paste. */
  public ObservableBooleanValue filledProperty() {
    return filled;
  }

  public void copy() {
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

  public void cut() {
    copy();
    model.edits().remove("edit.cut");
  }

  public void paste() {
    Network things = copied.network();
    if (!isEmpty(things)) {
      paste(things, 0, free(things), "edit.paste");
      model.revealSelection();
    }
  }

  /** How far down things have to go to lie on nothing that is there. */
  private double free(Network things) {
    List<Box> there = boxes(model.network());
    List<Box> pasted = boxes(things);
    double step = Box.around(pasted).map(Box::height).orElse(0.0) + STEP;
    double down = 0;
    while (lies(pasted, down, there)) {
      down += Anatomy.snapUp(step);
    }
    return down;
  }

  private static boolean lies(List<Box> pasted, double down, List<Box> there) {
    return pasted.stream().map(box -> box.moved(0, down)).anyMatch(box -> there.stream().anyMatch(box::touches));
  }

  private List<Box> boxes(Network network) {
    return Stream.concat(
        network.nodes().stream().map(node -> Anatomy.box(node, model.lens())),
        network.marks().notes().stream().map(note -> new Box(note.x(), note.y(), note.width(), note.height()))).toList();
  }

  /** Copies what is selected beside itself and leaves the clipboard as it is. */
  public void duplicate() {
    Network selected = selected();
    if (!isEmpty(selected)) {
      paste(selected, 0, free(selected), "edit.duplicate");
    }
  }

  /** Copies things to where a hand has dragged their copies. */
  public void copyTo(Shift shift) {
    paste(model.network().only(shift.nodes(), shift.notes()), shift.dx(), shift.dy(), "edit.duplicate");
  }

  private void paste(Network things, double dx, double dy, String edit) {
    int node = model.network().nextId();
    int note = model.network().marks().nextId();
    model.document().edit(Edits.named(edit, things.nodes().size(), things.marks().notes().size()),
        network -> network.paste(things, dx, dy));
    model.document().select(model.network().nodes().stream().map(Node::id).filter(id -> id >= node).toList());
    model.notes().add(model.network().marks().notes().stream().map(Note::id).filter(id -> id >= note).collect(Collectors.toSet()));
  }
}
