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

/** What snapshots show besides the parameters, of the present as of the past: the trainer and the replay of a past step show the same. */
public final class InspectionModel {
  private final ReadOnlyObjectWrapper<Example> example = new ReadOnlyObjectWrapper<>(this, "example", Example.FIRST);
  /** The views that want to see what the last step has changed. */
  private final Set<Object> comparing = new HashSet<>();
  private final ReadOnlyObjectProperty<Run> run;
  private final Trainer trainer;
  private final ReplayPosition past;

  /** @param run that is shown */
  InspectionModel(ReadOnlyObjectProperty<Run> run, Trainer trainer, ReplayPosition past) {
    this.run = run;
    this.trainer = trainer;
    this.past = past;
  }

  /** The example whose way through the network is shown. */
  public ReadOnlyObjectProperty<Example> exampleProperty() {
    return example.getReadOnlyProperty();
  }

  /** Shows the way of this example through the network from now on, or of the nearest one that the data have. */
  public void chooseExample(Example wanted) {
    example.set(run.get() == null ? wanted : wanted.within(run.get().data()));
    trainer.chooseExample(example.get());
    past.choose(example.get());
  }

  /** A project is opened: whatever the data of the one before have, its own begin with this. */
  void opened(Example first) {
    example.set(first);
    trainer.chooseExample(first);
    past.choose(first);
  }

  /** Shows the one so many places further in the same part. */
  public void chooseExample(int further) {
    if (run.get() != null) {
      chooseExample(example.get().further(further, run.get().data()));
    }
  }

  /** Another run begins, whose trainer chooses the nearest example that its data have. */
  void begin(PreparedData data) {
    example.set(example.get().within(data));
  }

  /** Looks into a node: snapshots show its inside from now on. Empty for none. */
  public void lookInto(OptionalInt node) {
    trainer.lookInto(node);
    past.lookInto(node.orElse(-1));
  }

  /** Says whether somebody wants to see what the last step has changed: snapshots show it while anybody does. */
  public void compare(Object who, boolean wants) {
    boolean before = !comparing.isEmpty();
    boolean changed = wants ? comparing.add(who) : comparing.remove(who);
    if (changed && before == comparing.isEmpty()) {
      trainer.compare(wants);
      past.compare(wants);
    }
  }
}
