package studio.backprop.ui.workspace.attribution;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.AttributionRequest;
import studio.backprop.evaluate.attribution.ReplicaReasons;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Replica;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.run.PredictionRequests;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WeightsVersion;

/**
 * Attributions of the prediction for the selected example, by one method. Computed in the background while observed, at most four times a
 * second during training.
 */
public final class AttributionFeed implements AutoCloseable {
  /** Key of a computation; {@code layer} is the node of the Grad-CAM maps, empty for the default. */
  public record Asked(Example example, AttributionMethod method, OptionalInt layer) {}

  /** Minimum interval in seconds during training. */
  private static final double REST = 0.25;

  private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
  private final ObjectProperty<AttributionMethod> method =
      new SimpleObjectProperty<>(this, "method", AttributionMethod.INTEGRATED_GRADIENTS);
  private final ObjectProperty<OptionalInt> layer = new SimpleObjectProperty<>(this, "layer", OptionalInt.empty());
  private final ReadOnlyObjectWrapper<Optional<SeenAttribution>> seen = new ReadOnlyObjectWrapper<>(this, "seen", Optional.empty());

  private final RunModel run;
  private final PredictionRequests questions;
  private final Subscription subscriptions;
  /** Weights of {@link #seen}. */
  private WeightsVersion seenBy;
  private AtomicBoolean stop = new AtomicBoolean();
  private Asked asked;
  /** Used on the worker thread only. */
  private final ReplicaReasons reasons = new ReplicaReasons();

  public AttributionFeed(RunModel run, Pulse pulse, String name) {
    this.run = run;
    this.questions = new PredictionRequests(run, pulse, name, REST);
    subscriptions = Subscription.combine(
        pulse.subscribe(this::look),
        run.focus().attributionWithheldProperty().subscribe((before, now) -> look()),
        run.runProperty().subscribe(now -> seen.set(Optional.empty())));
  }

  /** Whether a view observes it. */
  public BooleanProperty watchedProperty() {
    return watched;
  }

  /** Requested method; another one is used where the data do not support it. */
  public ObjectProperty<AttributionMethod> methodProperty() {
    return method;
  }

  /** Requested node of the maps; empty for the last convolution whose Grad-CAM is not empty. */
  public ObjectProperty<OptionalInt> layerProperty() {
    return layer;
  }

  /** Last result; empty while unobserved or without a prediction. */
  public ReadOnlyObjectProperty<Optional<SeenAttribution>> seenProperty() {
    return seen.getReadOnlyProperty();
  }

  /** Whether the run predicts something for an example that may be explained. */
  public boolean explains() {
    return run.runProperty().get() != null && !run.focus().attributionWithheldProperty().get()
        && run.projectProperty().get().assignment().hasTargets();
  }

  /** Whether attributions are withheld, as the learner is to predict them. */
  public boolean isHidden() {
    return run.focus().attributionWithheldProperty().get();
  }

  /** Whether the result matches the current step and request. */
  public boolean isUpToDate() {
    return seen.get().filter(now -> now.asked().equals(wanted()) && run.shownWeights().equals(seenBy)).isPresent();
  }

  @Override
  public void close() {
    stop.set(true);
    subscriptions.unsubscribe();
    questions.close();
  }

  private Asked wanted() {
    return new Asked(run.observation().exampleProperty().get(), method.get(), layer.get());
  }

  /** Once a frame: requests a new result if needed. */
  private void look() {
    Asked wanted = wanted();
    if (!watched.get() || !explains()) {
      stop.set(true);
      seen.set(Optional.empty());
      return;
    }
    if (asked != null && !asked.equals(wanted)) {
      stop.set(true); // the result is obsolete
    }
    if (questions.free() && isOld(wanted)) {
      AtomicBoolean mine = new AtomicBoolean();
      stop = mine;
      asked = wanted;
      OptionalDouble threshold = run.projectProperty().get().threshold().own();
      questions.ask(copy -> compute(copy, wanted, mine, threshold), (found, weights) -> take(mine, found, weights));
    }
  }

  private boolean isOld(Asked wanted) {
    SeenAttribution now = seen.get().orElse(null);
    return now == null || !now.asked().equals(wanted) || run.isBehind(seenBy);
  }

  private Optional<SeenAttribution> compute(Replica copy, Asked wanted, AtomicBoolean mine, OptionalDouble threshold) {
    try {
      AttributionRequest usual = AttributionRequest.USUAL.atThreshold(threshold);
      AttributionRequest request = wanted.layer().isPresent() ? usual.withLayer(wanted.layer().getAsInt()) : usual;
      return Optional.of(
          SeenAttribution.of(copy.data(), copy.step(), wanted, reasons.of(copy, wanted.example(), request, mine::get)));
    } catch (CancellationException e) {
      return Optional.empty(); // the request has changed
    }
  }

  private void take(AtomicBoolean mine, Optional<SeenAttribution> found, WeightsVersion weights) {
    if (mine == stop) {
      asked = null;
      found.filter(now -> watched.get() && explains() && now.asked().equals(wanted())).ifPresent(now -> {
        seenBy = weights;
        seen.set(Optional.of(now));
      });
    }
  }
}
