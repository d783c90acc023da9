package studio.backprop.ui.examples;

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
import studio.backprop.evaluate.reason.InputStatistics;
import studio.backprop.evaluate.reason.ScoredNetwork;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.project.Supervised;
import studio.backprop.train.observe.Example;
import studio.backprop.train.predict.Replica;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.run.Questions;
import studio.backprop.ui.run.RunModel;

/** What the predictions of the rows in sight rest on, asked beside the screen: of those only, and again when the weights are others. */
final class WhyModel implements AutoCloseable {
  /** Seconds between two answers while training runs. */
  private static final double REST = 0.5;

  private final RunModel run;
  private final Questions questions;
  private final Subscription subscriptions;
  /** Whether weights were set by hand since the network was asked: the step is the same. */
  private boolean handSet;
  private final ReadOnlyObjectWrapper<Map<Example, Why>> known = new ReadOnlyObjectWrapper<>(this, "known", Map.of());
  private Supplier<List<Example>> inSight = List::of;
  /** Touched by the worker alone. */
  private Replica replica;
  private InputStatistics statistics;
  private ScoredNetwork network;

  WhyModel(RunModel run, Pulse pulse) {
    this.run = run;
    this.questions = new Questions(run, pulse, "why", REST);
    subscriptions = Subscription.combine(pulse.subscribe(this::look), run.runProperty().subscribe(now -> known.set(Map.of())),
        run.observation().attributionsHiddenProperty().subscribe(now -> known.set(Map.of())),
        run.weights().countProperty().subscribe((before, now) -> handSet = true));
  }

  /** Whether there is one prediction for each example that can be explained by its parts. */
  static boolean explains(PreparedData data) {
    return data.dataset().answers() == 1 && data.dataset().graph().isEmpty();
  }

  /** Whether attributions are to be predicted, so that none is known. */
  boolean isHidden() {
    return run.observation().attributionsHiddenProperty().get();
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
        || !(run.projectProperty().get().assignment() instanceof Supervised) || !explains(run.runProperty().get().data())) {
      return;
    }
    PreparedData data = run.runProperty().get().data();
    List<Example> rows = inSight.get();
    boolean old = !rows.isEmpty() && (handSet || rows.stream().anyMatch(this::isOld));
    if (old && rows.stream().allMatch(example -> example.row() < data.rows(example.part()))) {
      handSet = false;
      OptionalDouble threshold = run.projectProperty().get().threshold().own();
      questions.ask(copy -> compute(copy, rows, threshold), this::take);
    }
  }

  private boolean isOld(Example example) {
    long step = run.snapshot().map(snapshot -> snapshot.step()).orElse(0L);
    return of(example).filter(why -> run.playing() ? why.step() >= step : why.step() == step).isEmpty();
  }

  private void take(Map<Example, Why> found) {
    if (!isHidden()) { // a lesson may ask for them since
      known.set(found);
    }
  }

  private Map<Example, Why> compute(Replica copy, List<Example> rows, OptionalDouble threshold) {
    if (copy != replica) {
      replica = copy;
      statistics = new InputStatistics(copy.data());
      network = new ScoredNetwork(copy.network(), size -> copy.compiled(Purpose.EXPLAIN, size), copy.data().dataset().width());
    }
    Map<Example, Why> found = new HashMap<>();
    rows.forEach(example -> found.put(example, Why.of(copy.data(), copy.step(), statistics, network, example, threshold)));
    return Map.copyOf(found);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    questions.close();
  }
}
