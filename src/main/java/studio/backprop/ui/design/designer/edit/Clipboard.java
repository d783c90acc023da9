package studio.backprop.ui.design.designer.edit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Note;

/** Copy and paste of nodes and notes with the wires among them. A paste is placed below the original, or at its place if that is free. */
public final class Clipboard {
  private static final double STEP = 2 * Anatomy.GRID;

  private final CanvasState canvas;
  private final Edits edits;
  private final CameraMoves moves;
  private final CopiedNodes copied;
  private final BooleanBinding filled;

  Clipboard(CanvasState canvas, Edits edits, CameraMoves moves, CopiedNodes copied) {
    this.canvas = canvas;
    this.edits = edits;
    this.moves = moves;
    this.copied = copied;
    this.filled = Bindings.createBooleanBinding(() -> !isEmpty(copied.network()), copied.networkProperty());
  }

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
    return canvas.network().only(canvas.selection().nodes(), canvas.selection().notes());
  }

  private static boolean isEmpty(Network network) {
    return network.nodes().isEmpty() && network.marks().isEmpty();
  }

  public void cut() {
    copy();
    edits.remove("edit.cut");
  }

  public void paste() {
    Network things = copied.network();
    if (!isEmpty(things)) {
      paste(things, 0, free(things), "edit.paste");
      moves.revealSelection();
    }
  }

  /** Vertical offset to the next free place. */
  private double free(Network things) {
    List<Box> there = boxes(canvas.network());
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
        network.nodes().stream().map(node -> Anatomy.box(node, canvas.lens())),
        network.marks().notes().stream().map(note -> new Box(note.x(), note.y(), note.width(), note.height()))).toList();
  }

  /** Duplicates the selection without changing the clipboard. */
  public void duplicate() {
    Network selected = selected();
    if (!isEmpty(selected)) {
      paste(selected, 0, free(selected), "edit.duplicate");
    }
  }

  /** Adds copies at the place that they were dragged to. */
  public void copyTo(Shift shift) {
    paste(canvas.network().only(shift.nodes(), shift.notes()), shift.dx(), shift.dy(), "edit.duplicate");
  }

  private void paste(Network things, double dx, double dy, String edit) {
    int node = canvas.network().nextId();
    int note = canvas.network().marks().nextId();
    canvas.document().edit(Edits.named(edit, things.nodes().size(), things.marks().notes().size()),
        network -> network.paste(things, dx, dy));
    canvas.selection().select(canvas.network().nodes().stream().map(Node::id).filter(id -> id >= node).toList());
    canvas.selection().addNotes(
        canvas.network().marks().notes().stream().map(Note::id).filter(id -> id >= note).collect(Collectors.toSet()));
  }
}
