package studio.backprop.ui.workspace.run;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;
import studio.backprop.run.Run;
import studio.backprop.run.Trainer;

/** Inspection settings of snapshots, shared by the trainer and the replay of past steps. */
public final class InspectionModel {
  private final ReadOnlyObjectWrapper<Example> example = new ReadOnlyObjectWrapper<>(this, "example", Example.FIRST);
  /** Views that compare with the previous step. */
  private final Set<Object> comparing = new HashSet<>();
  private final ReadOnlyObjectProperty<Run> run;
  private final Trainer trainer;
  private final ReplayPosition past;

  InspectionModel(ReadOnlyObjectProperty<Run> run, Trainer trainer, ReplayPosition past) {
    this.run = run;
    this.trainer = trainer;
    this.past = past;
  }

  /** The inspected example. */
  public ReadOnlyObjectProperty<Example> exampleProperty() {
    return example.getReadOnlyProperty();
  }

  /** Inspects this example, or the nearest available. */
  public void chooseExample(Example wanted) {
    example.set(run.get() == null ? wanted : wanted.within(run.get().data()));
    trainer.chooseExample(example.get());
    past.choose(example.get());
  }

  /** A project is opened: starts with this example, whatever the one before was. */
  void opened(Example first) {
    example.set(first);
    trainer.chooseExample(first);
    past.choose(first);
  }

  /** Moves by this many examples within the same part. */
  public void chooseExample(int further) {
    if (run.get() != null) {
      chooseExample(example.get().further(further, run.get().data()));
    }
  }

  /** A run begins; its trainer chooses the nearest available example. */
  void begin(PreparedData data) {
    example.set(example.get().within(data));
  }

  /** Includes the inside of a node in snapshots; empty for none. */
  public void lookInto(OptionalInt node) {
    trainer.lookInto(node);
    past.lookInto(node.orElse(-1));
  }

  /** Snapshots include the previous step while any view requests it. */
  public void compare(Object who, boolean wants) {
    boolean before = !comparing.isEmpty();
    boolean changed = wants ? comparing.add(who) : comparing.remove(who);
    if (changed && before == comparing.isEmpty()) {
      trainer.compare(wants);
      past.compare(wants);
    }
  }
}
