package studio.backprop.ui.judge.attribution;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.attribution.AttributionBaseline;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.AttributionRequest;
import studio.backprop.observe.Example;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.page.PageModel;
import studio.backprop.ui.workspace.run.PredictionRequests;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WeightsVersion;

/**
 * Model of the attribution page: the chosen example, of the data or drawn, explained with the weights that all views show. Attributions are
 * computed in the background and updated after each step while the page is open. JavaFX thread only.
 */
public final class AttributionModel extends PageModel implements AutoCloseable {
  /** State of the page's content. */
  public enum State {
    NOT_READY,
    NOT_SUPERVISED,
    COMPUTING,
    FAILED,
    READY
  }

  /** Seconds between two explanations while training runs. */
  private static final double REST = 0.5;

  private final ObjectProperty<AttributionRequest> request = new SimpleObjectProperty<>(this, "request", AttributionRequest.USUAL);
  private final BooleanProperty random = new SimpleBooleanProperty(this, "random");
  private final BooleanProperty shared = new SimpleBooleanProperty(this, "shared");
  private final ObjectProperty<AttributionMethod> method =
      new SimpleObjectProperty<>(this, "method", AttributionMethod.INTEGRATED_GRADIENTS);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NOT_READY);
  private final ReadOnlyObjectWrapper<ExplainedExample> explained = new ReadOnlyObjectWrapper<>(this, "explained");
  private final ReadOnlyBooleanWrapper computing = new ReadOnlyBooleanWrapper(this, "computing");
  private final ReadOnlyBooleanWrapper cancelled = new ReadOnlyBooleanWrapper(this, "cancelled");

  private final RunModel run;
  private final Pulse pulse;
  private final PredictionRequests questions;
  private final AttributionWorker worker = new AttributionWorker();
  private final WorstExamples worst;
  private final Subscription subscriptions;
  /** Weights of {@link #explained}. */
  private WeightsVersion explainedBy;
  /** Query of the last frame. */
  private AttributionQuery lookedFor;
  /** Query in progress; null without one. */
  private AttributionQuery asked;
  private AtomicBoolean stop = new AtomicBoolean();
  /** Query that the user has cancelled. */
  private AttributionQuery unwanted;

  public AttributionModel(RunModel run, Pulse pulse) {
    this.run = run;
    this.pulse = pulse;
    this.questions = new PredictionRequests(run, pulse, "explain", REST);
    this.worst = new WorstExamples(run);
    subscriptions = Subscription.combine(
        pulse.subscribe(this::look),
        run.observation().exampleProperty().subscribe((before, now) -> begin()),
        run.runProperty().subscribe((before, now) -> begin(before, now)));
  }

  // --- state

  /**
   * The requested attribution. Reset to the predicted class for another example, to the default place for another text, to defaults for
   * other data.
   */
  public ObjectProperty<AttributionRequest> requestProperty() {
    return request;
  }

  /** Whether attributions with random weights are shown as well (sanity check). */
  BooleanProperty randomProperty() {
    return random;
  }

  /** Whether pictures of values of the same unit share a colour range. */
  BooleanProperty sharedProperty() {
    return shared;
  }

  public ObjectProperty<AttributionMethod> methodProperty() {
    return method;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The last result; null without one. */
  ReadOnlyObjectProperty<ExplainedExample> explainedProperty() {
    return explained.getReadOnlyProperty();
  }

  /** The worst predictions in the part of the example; null while unknown. During training they may be of an earlier step. */
  ReadOnlyObjectProperty<Mistakes> mistakesProperty() {
    return worst.mistakesProperty();
  }

  /** Whether the example is of the test part, whose worst predictions have not been requested with these weights. */
  ReadOnlyBooleanProperty testWithheldProperty() {
    return worst.withheldProperty();
  }

  /** Whether a first result is being computed, not only an update. */
  ReadOnlyBooleanProperty computingProperty() {
    return computing.getReadOnlyProperty();
  }

  /** Error of the last computation; empty without one. */
  ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return questions.failureProperty();
  }

  /** Whether the user has cancelled: some maps may be missing. */
  ReadOnlyBooleanProperty cancelledProperty() {
    return cancelled.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Example> exampleProperty() {
    return run.observation().exampleProperty();
  }

  Optional<PreparedData> data() {
    return Optional.ofNullable(run.runProperty().get()).map(Run::data);
  }

  /** Whether it was computed with untrained weights. */
  boolean isUntrained(ExplainedExample of) {
    Run now = run.runProperty().get();
    return now != null && !now.isTrained(of.step());
  }

  String nodeName(int node) {
    return run.projectProperty().get().network().find(node).map(found -> found.name()).orElse("");
  }

  /** Whether the result is complete, of this step, and matches the request. */
  public boolean isUpToDate() {
    ExplainedExample now = explained.get();
    return now != null && now.isComplete() && now.asked().equals(wanted()) && run.shownWeights().equals(explainedBy);
  }

  // --- commands

  /** Explains one class, alone or against another. */
  void explain(OptionalInt of, OptionalInt versus) {
    request.set(request.get().ofClass(of, versus));
  }

  /** Explains one target of an example that has several: a node, a pixel, a time step. */
  public void explainPlace(int place) {
    request.set(request.get().atPlace(OptionalInt.of(place)));
  }

  void compareWith(AttributionBaseline baseline) {
    request.set(request.get().against(baseline));
  }

  void read(int layer) {
    request.set(request.get().withLayer(layer));
  }

  void walk(int further) {
    run.observation().chooseExample(further);
  }

  void choose(Part part, int row) {
    worst.choose(part, row);
  }

  /**
   * Explains the worst prediction in a part; its first example where that is unknown. For the test part this counts as a view of the test
   * data.
   */
  void lookAt(Part part) {
    worst.lookAt(part);
  }

  /** Lists the worst predictions in the test part; counts as a view of the test data. */
  void showTest() {
    worst.showTest();
  }

  /** Cancels the computation; partial results stay. */
  void cancel() {
    unwanted = asked;
    stop.set(true);
    cancelled.set(true);
    computing.set(false);
  }

  /** Resumes a cancelled or failed computation. */
  void again() {
    questions.forgive();
    unwanted = null;
    cancelled.set(false);
  }

  @Override
  public void close() {
    stop.set(true);
    subscriptions.unsubscribe();
    questions.close();
  }

  // --- updates

  private void begin(Run before, Run now) {
    boolean otherData = before == null || now == null || before.data().dataset() != now.data().dataset();
    explained.set(null);
    worst.begin(now == null ? null : now.data(), otherData);
    if (otherData) {
      request.set(AttributionRequest.USUAL);
      method.set(AttributionMethod.INTEGRATED_GRADIENTS);
    } else {
      request.set(request.get().withUsualLayer());
    }
  }

  private void begin() {
    boolean text = data().filter(data -> data.dataset().text().isPresent()).isPresent();
    request.set(request.get().atPlace(text ? OptionalInt.empty() : request.get().place()));
  }

  private AttributionQuery wanted() {
    OptionalDouble threshold = run.projectProperty().get().threshold().own();
    return new AttributionQuery(run.observation().exampleProperty().get(), request.get().atThreshold(threshold), random.get());
  }

  /** Called in each frame: requests an update if needed. */
  private void look() {
    if (!isOpen()) {
      stop.set(true);
      return;
    }
    Run now = run.runProperty().get();
    state.set(now == null ? State.NOT_READY : stateOf(now));
    if (state.get() == State.NOT_READY || state.get() == State.NOT_SUPERVISED) {
      stop.set(true);
      return;
    }
    worst.look(now.data());
    AttributionQuery wanted = wanted();
    if (!wanted.equals(lookedFor)) {
      questions.forgive();
    }
    lookedFor = wanted;
    if (asked != null && !asked.equals(wanted)) {
      stop.set(true); // its result is no longer needed
    }
    if (!Objects.equals(unwanted, wanted)) {
      unwanted = null;
      cancelled.set(false);
    }
    computing.set(computing.get() && !questions.hasFailed());
    if (!questions.free()) {
      return;
    }
    boolean lacks = worst.lacks(now.data(), wanted.example().part());
    if (unwanted == null && isOld(wanted) && !(lacks && worst.areSought())) {
      ask(wanted);
    } else if (lacks) {
      DecisionThreshold threshold = run.projectProperty().get().threshold();
      questions.ask(replica -> Mistakes.of(replica, wanted.example().part(), threshold), worst::know);
    }
  }

  private State stateOf(Run now) {
    if (!run.projectProperty().get().assignment().hasTargets()) {
      return State.NOT_SUPERVISED;
    }
    return explained.get() != null ? State.READY : questions.hasFailed() ? State.FAILED : State.COMPUTING;
  }

  private boolean isOld(AttributionQuery wanted) {
    ExplainedExample now = explained.get();
    return now == null || !now.asked().equals(wanted) || !now.isComplete() || run.isBehind(explainedBy);
  }

  private void ask(AttributionQuery wanted) {
    AtomicBoolean mine = new AtomicBoolean();
    stop = mine;
    asked = wanted;
    worst.stay();
    ExplainedExample now = explained.get();
    boolean other = now == null || !now.asked().equals(wanted);
    computing.set(other);
    questions.ask(replica -> worker.explain(replica, wanted, mine::get, part -> {
      if (other) {
        pulse.soon(() -> take(mine, part, null)); // intermediate result
      }
    }), (all, weights) -> all.ifPresent(last -> end(mine, last, weights)));
  }

  private void take(AtomicBoolean mine, ExplainedExample part, WeightsVersion weights) {
    if (mine == stop && isOpen() && part.data() == data().orElse(null) && part.asked().equals(wanted())) {
      explainedBy = weights;
      explained.set(part);
      state.set(State.READY);
    }
  }

  private void end(AtomicBoolean mine, ExplainedExample last, WeightsVersion weights) {
    if (mine == stop) {
      asked = null;
      computing.set(false);
      take(mine, last, weights);
    }
  }
}
