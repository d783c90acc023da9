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

/** What has been done since the project was opened or saved, and would be lost with the window: edits, and training, also of twins. */
public final class WorkModel implements AutoCloseable {
  /** Training for less than this is quickly done again: nobody is asked whether to keep it. */
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
   * A moment of the work, to be remembered while it is written.
   *
   * @param state differs from that of another moment if anything happened in between
   * @param seconds of training since the project was opened or saved
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
            run.statusProperty().subscribe((before, now) -> state++), // the end of training may take back the best weights
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

  /** Whether there are edits that the file does not hold; weights and units that were set by hand, and twins, are such edits. */
  public BooleanExpression editedProperty() {
    return edited;
  }

  public Moment moment() {
    return new Moment(state, seconds);
  }

  /** Whether the window holds something that the file does not. */
  public boolean isUnsaved() {
    return document.changedProperty().get() || trained || viewed || arranged;
  }

  /** Whether to ask before it is dropped: there are edits, weights set by hand among them, or training took long. */
  public boolean isWorthAsking() {
    return edited.get() || isTrainedLong();
  }

  /** Whether more was trained, since the project was opened or saved, than one would want to repeat. */
  public boolean isTrainedLong() {
    return trained && seconds >= PLAY_SECONDS;
  }

  /** Seconds of training since the project was opened or saved. */
  public double secondsTrained() {
    return seconds;
  }

  /** A file holds the work as it was at this moment. */
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

  /** Trials that the file does not hold are lost with the window, as twins are; a plan that has tried nothing is quickly made again. */
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
