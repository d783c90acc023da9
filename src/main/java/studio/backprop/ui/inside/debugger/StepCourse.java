package studio.backprop.ui.inside.debugger;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.train.Cursor;
import studio.backprop.train.TurnSpec;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * All ops of a step in order, as reported by the engine: the same in all steps of a run, unless the turns of generator and discriminator
 * change.
 */
final class StepCourse {
  /** Consecutive turns of one learner, and their number. */
  private record Turns(Optional<Message> title, int count) {}

  private final ReadOnlyObjectWrapper<List<Cursor>> ops = new ReadOnlyObjectWrapper<>(this, "ops", List.of());
  private final RunModel run;
  private final Pulse pulse;
  /** Turns of the step that was last requested; empty before the first. */
  private Optional<List<Turns>> asked = Optional.empty();

  StepCourse(RunModel run, Pulse pulse) {
    this.run = run;
    this.pulse = pulse;
  }

  /** Empty until the engine has reported it. */
  ReadOnlyObjectProperty<List<Cursor>> opsProperty() {
    return ops.getReadOnlyProperty();
  }

  /** Begins with another run, or null for none. */
  void begin(Run now) {
    ops.set(List.of());
    asked = Optional.empty();
    if (now != null) {
      ask(now);
    }
  }

  private void ask(Run now) {
    run.past().ask(session -> session.nextStep().course())
        .thenAccept(found -> pulse.soon(() -> found.filter(course -> run.runProperty().get() == now).ifPresent(ops::set)));
  }

  /** Once a frame: the turns of the next step may differ. */
  void look() {
    if (run.playing() || !run.generator().runs()) {
      return; // not needed while training runs
    }
    Optional<List<Turns>> next = run.snapshot().map(Snapshot::passes).map(StepCourse::turns);
    if (next.isPresent() && !next.equals(asked)) {
      asked = next;
      ask(run.runProperty().get());
    }
  }

  private static List<Turns> turns(List<TurnSpec> passes) {
    return passes.stream().map(pass -> new Turns(pass.title(), pass.turns())).toList();
  }
}
