package studio.backprop.ui.workspace.run;

import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Subscription;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Unsaved work: edits and training, also of twins. */
public final class WorkModel implements AutoCloseable {
  /** Training for less than this is not worth asking about. */
  private static final double PLAY_SECONDS = 60;

  private final DocumentModel document;
  private final RunModel run;
  private final LongSupplier nanos;
  private final Subscription subscriptions;
  private long state;
  private boolean trained;
  private final ReadOnlyBooleanWrapper byHand = new ReadOnlyBooleanWrapper(this, "byHand");
  private final BooleanBinding edited;
  private boolean viewed;
  private boolean arranged;
  private double seconds;
  private Run seenRun;
  private long seenStep;
  private long seenAt;
  private double seenTwins;

  /**
   * Moment of the work while it is saved; {@code state} differs if anything happened in between, {@code seconds} is unsaved training time.
   */
  public record Moment(long state, double seconds) {}

  public WorkModel(DocumentModel document, RunModel run, Pulse pulse) {
    this(document, run, pulse, System::nanoTime);
  }

  /** @param nanos the clock, in nanoseconds */
  WorkModel(DocumentModel document, RunModel run, Pulse pulse, LongSupplier nanos) {
    this.document = document;
    this.run = run;
    this.nanos = nanos;
    this.seenAt = nanos.getAsLong();
    edited = document.changedProperty().or(byHand);
    subscriptions =
        Subscription.combine(
            pulse.subscribe(this::look),
            document.projectProperty().subscribe((before, now) -> state++),
            run.statusProperty().subscribe((before, now) -> state++), // the end of training may restore the best weights
            run.weights().countProperty().subscribe((before, now) -> {
              state++;
              trained = true;
              byHand.set(true);
            }),
            run.files().testViewsProperty().subscribe((before, now) -> {
              state++;
              viewed = true;
            }),
            run.files().searchProperty().subscribe(this::searched),
            run.files().twinsProperty().subscribe((before, now) -> {
              state++;
              arranged = true;
              byHand.set(true);
            }),
            document.openingsProperty().subscribe((before, now) -> begin()));
  }

  /** Whether there are unsaved edits; manual weights and twins count. */
  public BooleanExpression editedProperty() {
    return edited;
  }

  public Moment moment() {
    return new Moment(state, seconds);
  }

  public boolean isUnsaved() {
    return document.changedProperty().get() || trained || viewed || arranged;
  }

  /** Whether to ask before it is dropped: there are edits, or training took long. */
  public boolean isWorthAsking() {
    return edited.get() || isTrainedLong();
  }

  /** Whether more training is unsaved than one would want to repeat. */
  public boolean isTrainedLong() {
    return trained && seconds >= PLAY_SECONDS;
  }

  /** Unsaved training time in seconds. */
  public double secondsTrained() {
    return seconds;
  }

  /** The work is saved as of this moment. */
  public void savedAt(Moment moment) {
    trained = state != moment.state;
    byHand.set(trained && byHand.get());
    viewed = viewed && trained;
    arranged = arranged && trained;
    seconds = Math.max(0, seconds - moment.seconds);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }

  /** Unsaved trials count, as twins do; a plan without trials is quickly made again. */
  private void searched(Optional<SearchRecord> before, Optional<SearchRecord> now) {
    state++;
    viewed = true;
    if (now.or(() -> before).filter(search -> !search.trials().isEmpty()).isPresent()) {
      arranged = true;
      byHand.set(true);
    }
    double more = now.map(SearchRecord::seconds).orElse(0.0) - before.map(SearchRecord::seconds).orElse(0.0);
    if (more > 0) {
      trained = true;
      seconds += more;
    }
  }

  private void begin() {
    state++;
    trained = false;
    byHand.set(false);
    viewed = false;
    arranged = false;
    seconds = 0;
  }

  private void look() {
    long now = nanos.getAsLong();
    Run current = run.runProperty().get();
    long step = run.present().map(Snapshot::step).orElse(0L);
    if (current == seenRun && step > seenStep) {
      state++;
      trained = true;
    }
    if (run.playing()) {
      seconds += (now - seenAt) / 1e9;
    }
    double twins = run.files().secondsOfTwins();
    if (twins > seenTwins) {
      state++;
      trained = true;
      seconds += twins - seenTwins;
    }
    seenTwins = twins;
    seenRun = current;
    seenStep = step;
    seenAt = now;
  }
}
