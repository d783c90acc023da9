package studio.backprop.ui.judge.examples;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import studio.backprop.data.Scaler;
import studio.backprop.environment.Environment;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.ui.workspace.run.RunModel;

/** Transitions that an agent learns from; updated while the view is open. */
final class TransitionsModel {
  /** Nanoseconds between two updates during training, for readability. */
  private static final long REST = 500_000_000;

  private final ReadOnlyObjectWrapper<Optional<AgentSnapshot>> sight = new ReadOnlyObjectWrapper<>(this, "sight", Optional.empty());
  private final RunModel run;
  private final ObservableBooleanValue open;
  private final ObservableValue<Optional<Environment>> world;
  private long looked;

  /** @param open whether the view is open */
  TransitionsModel(RunModel run, ObservableBooleanValue open) {
    this.run = run;
    this.open = open;
    this.world = run.projectProperty().map(TransitionsModel::worldOf).orElse(Optional.empty());
  }

  /** Starts updates. */
  Subscription follow() {
    return Subscription.combine(open.subscribe(this::lookNow), run.runProperty().subscribe(this::lookNow),
        run.frameProperty().subscribe(this::look));
  }

  private static Optional<Environment> worldOf(Project project) {
    return project.assignment().actsIn();
  }

  /** The environment of the project's agent; empty without an agent. */
  ObservableValue<Optional<Environment>> worldProperty() {
    return world;
  }

  /** Whether the project has an agent. */
  boolean acts() {
    return world.getValue().isPresent();
  }

  /** Snapshot of the agent; empty before its first step, and while the view is closed. */
  ReadOnlyObjectProperty<Optional<AgentSnapshot>> sightProperty() {
    return sight.getReadOnlyProperty();
  }

  /** Scaler of the observations. */
  Optional<Scaler> scaler() {
    return Optional.ofNullable(run.runProperty().get()).map((Run now) -> now.data().inputScaler());
  }

  private void look() {
    if (!run.playing() || System.nanoTime() - looked > REST) {
      lookNow();
    }
  }

  private void lookNow() {
    looked = System.nanoTime();
    sight.set(open.get() ? run.snapshot().flatMap(Snapshot::agent) : Optional.empty());
  }
}
