package studio.backprop.ui.workspace.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.network.Node;
import studio.backprop.plan.UnitSwitches;
import studio.backprop.project.Project;
import studio.backprop.run.Trainer;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Weights and biases set manually: each an undoable edit that keeps the run, its curves and history. */
public final class ManualWeights {
  private static final int MOST = 1000;

  private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper(this, "count");
  private final DocumentModel document;
  private final Trainer trainer;
  private final TrainerSync following;
  private final RunModel run;
  private final List<Made> made = new LinkedList<>();
  private final ReadOnlyObjectWrapper<Optional<Placed>> placed = new ReadOnlyObjectWrapper<>(this, "placed", Optional.empty());
  private long edits;
  private Number last;

  /** A parameter element that was set; {@code index} is its index in the parameter. */
  public record Placed(int node, String parameter, int index, float value) {}

  /** Element of a parameter. */
  private record Number(int node, String parameter, int index) {}

  /** An edit with the documents before and after it, by identity. */
  private record Made(Project before, Project after, long edit) {}

  /** Undo or redo to the document {@code to}. */
  record Turn(Project from, Project to, long edit, boolean again) {}

  ManualWeights(RunModel run, DocumentModel document, Trainer trainer, TrainerSync following) {
    this.run = run;
    this.document = document;
    this.trainer = trainer;
    this.following = following;
    following.turnBy(this::turns);
  }

  public boolean possible() {
    return document.ready() && run.runProperty().get() != null && !run.past().wished().isPresent() && !run.branching().turning();
  }

  /** Number of times one was set, undone or redone. */
  public ReadOnlyLongProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** The last element set; switching a unit counts as a parameter of its own. */
  public ReadOnlyObjectProperty<Optional<Placed>> placedProperty() {
    return placed.getReadOnlyProperty();
  }

  /**
   * Sets an element of a parameter, between two steps, also during training; no effect unless {@link #possible}.
   *
   * @param parameter weight or bias
   * @param index row-major: row · units + unit
   * @param goesOn whether it continues the last gesture, such as a drag: both are one edit
   */
  public void set(int node, String parameter, int index, float value, boolean goesOn) {
    if (!possible()) {
      return;
    }
    Number number = new Number(node, parameter, index);
    boolean sameEdit = goesOn && number.equals(last) && !made.isEmpty() && made.get(made.size() - 1).after() == document.project();
    if (!sameEdit) {
      begin(number, name(number));
    }
    trainer.setWeight(edits, node, parameter, index, value);
    count.set(count.get() + 1);
    placed.set(Optional.of(new Placed(node, parameter, index, value)));
  }

  /** Cancels the last change, as of an aborted drag, without an edit. */
  public void giveBack(float before) {
    boolean newest = !made.isEmpty() && made.get(made.size() - 1).after() == document.project();
    if (newest && !run.playing()) {
      document.undo();
    } else if (newest) {
      set(last.node(), last.parameter(), last.index(), before, true); // the steps since then stay
    }
  }

  /** Switches a unit off (output held at 0) or on; not in the output layer. */
  public void switchUnit(int node, int unit, boolean on) {
    if (possible()) {
      String key = on ? "edit.hand.on" : "edit.hand.off";
      begin(new Number(node, UnitSwitches.UNIT, unit), Message.of(key, document.network().node(node).name(), unit + 1));
      trainer.setWeight(edits, node, UnitSwitches.UNIT, unit, on ? 1 : 0);
      count.set(count.get() + 1);
      placed.set(Optional.of(new Placed(node, UnitSwitches.UNIT, unit, on ? 1 : 0)));
    }
  }

  private void begin(Number number, Message name) {
    Project before = document.project();
    edits++;
    last = number;
    following.setByHand(name);
    made.add(new Made(before, document.project(), edits));
    if (made.size() > MOST) {
      made.remove(0);
    }
  }

  private Message name(Number number) {
    String node = document.network().find(number.node()).map(Node::name).orElse("");
    return switch (number.parameter()) {
      case "weight" -> Message.of("edit.hand.weight", node);
      case "bias" -> Message.of("edit.hand.bias", node);
      default -> Message.of("edit.hand.other", node, number.parameter());
    };
  }

  /** Undos or redos between two documents, in order; empty if other edits lie between. */
  private List<Turn> turns(Project from, Project to) {
    List<Turn> back = new ArrayList<>();
    Project at = from;
    for (Optional<Made> step = by(at); at != to && step.isPresent(); step = by(at)) {
      back.add(new Turn(at, step.get().before(), step.get().edit(), false));
      at = step.get().before();
    }
    List<Turn> found = at == to ? back : again(from, to);
    count.set(count.get() + found.size());
    return found;
  }

  private List<Turn> again(Project from, Project to) {
    List<Turn> again = new ArrayList<>();
    Project at = to;
    for (Optional<Made> step = by(at); at != from && step.isPresent(); step = by(at)) {
      again.add(new Turn(step.get().before(), at, step.get().edit(), true));
      at = step.get().before();
    }
    Collections.reverse(again);
    return at == from ? again : List.of();
  }

  /** The edit that led to this very document. */
  private Optional<Made> by(Project after) {
    return made.stream().filter(edit -> edit.after() == after).findFirst();
  }
}
