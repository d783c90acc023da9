package studio.backprop.ui.window.shell;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.backprop.network.Edit;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.run.Status;
import studio.backprop.text.Message;
import studio.backprop.train.Cursor;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Transport state: play, pause, step, speed, learning rate and progress. */
public final class TransportModel {
  /** Granularity of Step. */
  public enum Grain {
    OP,
    LAYER,
    /** Turn of a generator or discriminator. */
    TURN,
    BATCH,
    /** Rollout and its updates. */
    ROUND,
    EPISODE,
    EPOCH;

    boolean isOfAgents() {
      return this == ROUND || this == EPISODE;
    }
  }

  public static final List<Double> SPEEDS = List.of(1.0, 5.0, 20.0, 100.0, 500.0, Double.POSITIVE_INFINITY);

  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
  private final ReadOnlyBooleanWrapper rounds = new ReadOnlyBooleanWrapper(this, "rounds");
  private final ReadOnlyBooleanWrapper playable = new ReadOnlyBooleanWrapper(this, "playable");
  private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(this, "available");
  private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper(this, "place", "");
  private final ReadOnlyStringWrapper steps = new ReadOnlyStringWrapper(this, "steps", "");
  private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper(this, "detail", "");
  private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper(this, "left", "");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
  private final ReadOnlyBooleanWrapper acts = new ReadOnlyBooleanWrapper(this, "acts");
  private final ObjectProperty<Grain> grain = new SimpleObjectProperty<>(this, "grain", Grain.BATCH);

  private final DocumentModel document;
  private final RunModel run;
  private final Lang lang;
  private final Subscription subscriptions;

  public TransportModel(DocumentModel document, RunModel run, Lang lang) {
    this.document = document;
    this.run = run;
    this.lang = lang;
    subscriptions =
        Subscription.combine(
            run.frameProperty().subscribe(this::refresh),
            document.projectProperty().subscribe(this::refresh),
            lang.textsProperty().subscribe(this::refresh));
    acts.bind(document.projectProperty().map(project -> project.assignment().acts()));
    acts.subscribe(now -> {
      if (!now && grain.get().isOfAgents()) {
        grain.set(Grain.BATCH);
      }
    });
    playable.bind(
        Bindings.createBooleanBinding(
            () -> document.ready() && (run.runProperty().get() != null || run.statusProperty().get().state() == Status.State.LOADING),
            document.projectProperty(),
            run.runProperty(),
            run.statusProperty()));
    available.bind(
        Bindings.createBooleanBinding(
            () -> document.ready() && run.runProperty().get() != null && run.statusProperty().get().state() != Status.State.LOADING,
            document.projectProperty(), run.runProperty(), run.statusProperty()));
  }

  // --- state

  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty playableProperty() {
    return playable.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty availableProperty() {
    return available.getReadOnlyProperty();
  }

  /** Whether a step is a GAN round. */
  public ReadOnlyBooleanProperty roundsProperty() {
    return rounds.getReadOnlyProperty();
  }

  /** "Epoch 19 / 30". */
  public ReadOnlyStringProperty placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** "step 826"; empty before there is a run. */
  public ReadOnlyStringProperty stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  /** "20,600 examples/s", the last op, or the problem; empty while training rests. */
  public ReadOnlyStringProperty detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** "0:41 left" while playing. */
  public ReadOnlyStringProperty leftProperty() {
    return left.getReadOnlyProperty();
  }

  /** Fraction of all epochs, or of loading. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty actsProperty() {
    return acts.getReadOnlyProperty();
  }

  public ObjectProperty<Grain> grainProperty() {
    return grain;
  }

  // --- actions

  public void togglePlay() {
    if (playable.get()) {
      run.control().togglePlay();
    }
  }

  public void step() {
    if (!available.get()) {
      return;
    }
    switch (grain.get()) {
      case OP -> run.control().stepOp();
      case LAYER -> run.control().stepLayer();
      case TURN -> run.control().stepTurn();
      case BATCH -> run.control().stepBatch();
      case ROUND -> run.control().stepRound();
      case EPISODE -> run.control().stepEpisode();
      default -> run.control().stepEpoch();
    }
  }

  /** Minimum of {@link #playTo}. */
  public int nextEpoch() {
    return run.history().epochs().size() + 1;
  }

  public void playTo(int epoch) {
    if (available.get() && epoch >= nextEpoch()) {
      run.control().playTo(epoch);
    }
  }

  public void reset() {
    run.restarts().reset();
  }

  public void newWeights() {
    run.restarts().newWeights();
  }

  public void setRate(double rate) {
    if (rate > 0 && rate != document.project().training().rate()) {
      document.apply(new Edit<>(Message.of("edit.rate"), "rate", p -> p.withTraining(t -> t.withRate(rate))));
    }
  }

  /** Ends a drag: the next change of the rate is another history entry. */
  public void settle() {
    document.settle();
  }

  public void close() {
    subscriptions.unsubscribe();
  }

  private void refresh() {
    Status status = run.statusProperty().get();
    Run current = run.runProperty().get();
    playing.set(status.state() == Status.State.PLAYING);
    rounds.set(run.generator().runs());
    if (rounds.get() && grain.get() == Grain.EPOCH) {
      grain.set(Grain.BATCH);
    }
    boolean loading = status.state() == Status.State.LOADING;
    int problems = document.problemsProperty().get().size();
    int epochs = run.control().lastEpoch();
    Numbers numbers = lang.numbers();
    if (problems > 0 || current == null || loading) {
      boolean counted = !document.project().assignment().isAdversarial(); // the number of rounds per epoch depends on the data
      place.set(counted ? lang.say("transport.epoch", numbers.whole(0), numbers.whole(epochs)) : "");
      detail.set(problems > 0 ? lang.say("transport.problems", problems) : loading ? lang.say("transport.loading") : "");
      steps.set("");
      left.set("");
      progress.set(loading && status.total() > 0 ? (double) status.done() / status.total() : 0);
      return;
    }
    run.snapshot().ifPresent(snapshot -> show(snapshot, current, epochs, numbers));
  }

  private void show(Snapshot snapshot, Run current, int epochs, Numbers numbers) {
    if (rounds.get()) {
      place.set(lang.say("transport.round", numbers.whole(snapshot.step()), numbers.whole((long) epochs * current.batchesPerEpoch())));
      steps.set("");
    } else if (acts.get() && snapshot.agent().isPresent()) {
      place.set(lang.say("transport.episode", numbers.whole(snapshot.agent().get().episodes().count())));
      steps.set(lang.say("transport.epoch_of", numbers.whole(snapshot.epoch()), numbers.whole(epochs)));
    } else {
      place.set(lang.say("transport.epoch", numbers.whole(snapshot.epoch()), numbers.whole(epochs)));
      steps.set(lang.say("transport.step", numbers.whole(snapshot.step())));
    }
    double done = snapshot.epoch() + (double) snapshot.batch() / current.batchesPerEpoch();
    progress.set(Math.min(1, done / epochs));
    double speed = snapshot.cursor().isPresent() ? 0 : run.samplesPerSecond();
    String rate = acts.get() ? "transport.rate_of.agent" : "transport.rate_of";
    detail.set(snapshot.cursor().map(cursor -> say(cursor, numbers))
        .orElseGet(() -> speed > 0 ? lang.say(rate, numbers.whole(Math.round(speed))) : ""));
    left.set(speed > 0 ? lang.say("transport.left.short", time(Math.max(0, Math.round((epochs - done) * current.rows() / speed)))) : "");
  }

  /** "3 of 10 · backward"; the canvas marks the node. */
  private String say(Cursor cursor, Numbers numbers) {
    return lang.say("transport.cursor." + cursor.phase(), numbers.whole(cursor.number()), numbers.whole(cursor.of()));
  }

  /** m:ss, or h:mm:ss. */
  private static String time(long seconds) {
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
