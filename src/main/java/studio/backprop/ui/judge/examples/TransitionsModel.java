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

/** The steps that an agent learns from, as they are seen while somebody looks. */
final class TransitionsModel {
  /** Nanoseconds between two pictures while training plays: numbers that change faster cannot be read. */
  private static final long REST = 500_000_000;

  private final ReadOnlyObjectWrapper<Optional<AgentSnapshot>> sight = new ReadOnlyObjectWrapper<>(this, "sight", Optional.empty());
  private final RunModel run;
  private final ObservableBooleanValue open;
  private final ObservableValue<Optional<Environment>> world;
  private long looked;

  /** @param open whether somebody looks */
  TransitionsModel(RunModel run, ObservableBooleanValue open) {
    this.run = run;
    this.open = open;
    this.world = run.projectProperty().map(TransitionsModel::worldOf).orElse(Optional.empty());
  }

  /** Looks from now on. */
  Subscription follow() {
    return Subscription.combine(open.subscribe(this::lookNow), run.runProperty().subscribe(this::lookNow),
        run.frameProperty().subscribe(this::look));
  }

  private static Optional<Environment> worldOf(Project project) {
    return project.assignment().actsIn();
  }

  /** The world in which the agent of the project acts; empty where nobody acts. */
  ObservableValue<Optional<Environment>> worldProperty() {
    return world;
  }

  /** Whether the project has an agent. */
  boolean acts() {
    return world.getValue().isPresent();
  }

  /** Where the agent stands; empty before its first step, and while nobody looks. */
  ReadOnlyObjectProperty<Optional<AgentSnapshot>> sightProperty() {
    return sight.getReadOnlyProperty();
  }

  /** How what it sees is scaled. */
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
