package studio.backprop.ui.judge.examples;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.attribution.ReplicaReasons;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Replica;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.run.PredictionRequests;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WeightsVersion;

/** Attributions of the visible rows, computed in the background and again for other weights. */
final class WhyModel implements AutoCloseable {
  /** Seconds between two updates while training runs. */
  private static final double REST = 0.5;

  private final RunModel run;
  private final PredictionRequests questions;
  private final Subscription subscriptions;
  private final ReadOnlyObjectWrapper<Map<Example, Why>> known = new ReadOnlyObjectWrapper<>(this, "known", Map.of());
  /** Weights of {@link #known}. */
  private WeightsVersion knownBy;
  private Supplier<List<Example>> inSight = List::of;
  /** Used by the worker thread only. */
  private final ReplicaReasons reasons = new ReplicaReasons();

  WhyModel(RunModel run, Pulse pulse) {
    this.run = run;
    this.questions = new PredictionRequests(run, pulse, "why", REST);
    subscriptions = Subscription.combine(pulse.subscribe(this::look), run.runProperty().subscribe(now -> known.set(Map.of())),
        run.focus().attributionWithheldProperty().subscribe(now -> known.set(Map.of())));
  }

  /** Whether a lesson hides attributions until they are predicted. */
  boolean isHidden() {
    return run.focus().attributionWithheldProperty().get();
  }

  /** Whether there is one prediction per example that its parts can explain. */
  static boolean explains(PreparedData data) {
    return data.dataset().answers() == 1 && data.dataset().graph().isEmpty();
  }

  /** Sets the supplier of visible examples; empty while closed. */
  void watch(Supplier<List<Example>> rows) {
    inSight = rows;
  }

  /** Attributions of the rows that were visible. */
  ReadOnlyObjectProperty<Map<Example, Why>> knownProperty() {
    return known.getReadOnlyProperty();
  }

  Optional<Why> of(Example example) {
    return Optional.ofNullable(known.get().get(example));
  }

  private void look() {
    if (isHidden() || run.runProperty().get() == null || !questions.free()
        || !run.projectProperty().get().assignment().hasTargets() || !explains(run.runProperty().get().data())) {
      return;
    }
    PreparedData data = run.runProperty().get().data();
    List<Example> rows = inSight.get();
    boolean old = !rows.isEmpty() && (run.isBehind(knownBy) || !known.get().keySet().containsAll(rows));
    if (old && rows.stream().allMatch(example -> example.row() < data.rows(example.part()))) {
      OptionalDouble threshold = run.projectProperty().get().threshold().own();
      questions.ask(copy -> compute(copy, rows, threshold), (found, weights) -> {
        if (!isHidden()) { // a lesson may have requested a prediction of them meanwhile
          knownBy = weights;
          known.set(found);
        }
      });
    }
  }

  private Map<Example, Why> compute(Replica copy, List<Example> rows, OptionalDouble threshold) {
    Map<Example, Why> found = new HashMap<>();
    rows.forEach(example -> found.put(example, Why.of(copy, reasons, example, threshold)));
    return Map.copyOf(found);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    questions.close();
  }
}
