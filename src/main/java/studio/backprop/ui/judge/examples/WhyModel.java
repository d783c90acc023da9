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

/** What the predictions of the rows in sight rest on, asked beside the screen: of those only, and again when the weights are others. */
final class WhyModel implements AutoCloseable {
  /** Seconds between two answers while training runs. */
  private static final double REST = 0.5;

  private final RunModel run;
  private final PredictionRequests questions;
  private final Subscription subscriptions;
  private final ReadOnlyObjectWrapper<Map<Example, Why>> known = new ReadOnlyObjectWrapper<>(this, "known", Map.of());
  /** By which weights {@link #known} was computed. */
  private WeightsVersion knownBy;
  private Supplier<List<Example>> inSight = List::of;
  /** Touched by the worker alone. */
  private final ReplicaReasons reasons = new ReplicaReasons();

  WhyModel(RunModel run, Pulse pulse) {
    this.run = run;
    this.questions = new PredictionRequests(run, pulse, "why", REST);
    subscriptions = Subscription.combine(pulse.subscribe(this::look), run.runProperty().subscribe(now -> known.set(Map.of())),
        run.focus().attributionWithheldProperty().subscribe(now -> known.set(Map.of())));
  }

  /** Whether attributions are to be predicted, so that none is known. */
  boolean isHidden() {
    return run.focus().attributionWithheldProperty().get();
  }

  /** Whether there is one prediction for each example that can be explained by its parts. */
  static boolean explains(PreparedData data) {
    return data.dataset().answers() == 1 && data.dataset().graph().isEmpty();
  }

  /** Names the examples that somebody sees; none where nobody looks. */
  void watch(Supplier<List<Example>> rows) {
    inSight = rows;
  }

  /** What is known of those that were in sight. */
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
        if (!isHidden()) { // a lesson may ask for them since
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
