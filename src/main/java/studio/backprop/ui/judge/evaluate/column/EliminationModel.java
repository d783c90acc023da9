package studio.backprop.ui.judge.evaluate.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;
import studio.backprop.evaluate.column.ColumnElimination;
import studio.backprop.evaluate.column.EliminationRound;
import studio.backprop.evaluate.column.TabularNetworkPredictor;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.train.metric.Metric;
import studio.backprop.ui.kit.Faults;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Recursive feature elimination. Trains on a background thread, independently of the window's run. JavaFX thread only. */
public final class EliminationModel implements AutoCloseable {
  /** Progress state. */
  public enum State {
    NOTHING,
    RUNNING,
    CANCELLED,
    DONE,
    FAILED
  }

  private final DocumentModel document;
  private final Pulse pulse;
  private final ColumnEdits edits;
  private final Work work;
  private final Subscription subscription;
  private final BooleanProperty trainable = new SimpleBooleanProperty(this, "trainable", true);
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
  private List<EliminationRound> rounds = List.of();
  private State state = State.NOTHING;
  private Message failure;
  private Metric metric = Metric.ACCURACY;
  private int expected;
  private AtomicBoolean stop = new AtomicBoolean();
  private Project project;

  /** Trains; its exceptions are reported. */
  @FunctionalInterface
  interface Work {
    void run(Project project, BooleanSupplier stop, Consumer<EliminationRound> done) throws DataProblem;
  }

  EliminationModel(DocumentModel document, Pulse pulse, ColumnEdits edits) {
    this(document, pulse, edits,
        new ColumnElimination(Math.max(1, Runtime.getRuntime().availableProcessors() - 1))::run);
  }

  EliminationModel(DocumentModel document, Pulse pulse, ColumnEdits edits, Work work) {
    this.work = work;
    this.document = document;
    this.pulse = pulse;
    this.edits = edits;
    subscription = document.openingsProperty().subscribe((before, now) -> forget()).and(trainable.subscribe((before, now) -> {
      cancel();
      change();
    }));
  }

  /** Whether eliminations may be started, which trains networks; in a lesson only where a step allows it. */
  public BooleanProperty trainableProperty() {
    return trainable;
  }

  /** Decision threshold of two classes in trainings and importances: the loss's own, whatever the project's. */
  OptionalDouble cut(Dataset data) {
    return document.project().cutOfLoss(data);
  }

  /** Incremented by each change. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  public State state() {
    return state;
  }

  /** The rounds so far, from all columns to one. */
  public List<EliminationRound> rounds() {
    return rounds;
  }

  /** Cause of a premature end; empty without one. */
  Optional<Message> failure() {
    return Optional.ofNullable(failure);
  }

  /** Metric of the choice of columns: accuracy, or R². */
  Metric metric() {
    return metric;
  }

  double progress() {
    return expected == 0 ? 0 : (double) rounds.size() / expected;
  }

  int expected() {
    return expected;
  }

  /** Whether the project differs, other columns aside, from the one whose columns were eliminated. */
  boolean isOld() {
    return project != null && !ColumnElimination.comparable(project).equals(ColumnElimination.comparable(document.project()));
  }

  /** The round with the best validation figure; of equally good ones that with the fewest columns. */
  public Optional<EliminationRound> best() {
    return rounds.stream().filter(round -> !Double.isNaN(round.validation().value(metric)))
        .max(Comparator.<EliminationRound>comparingDouble(round -> round.validation().value(metric))
            .thenComparing(round -> -round.columns().size()));
  }

  /** Starts with the current input columns. @param columns number of input columns @param task of the data */
  public void start(int columns, Task task) {
    if (state == State.RUNNING || !trainable.get()) {
      return;
    }
    AtomicBoolean mine = new AtomicBoolean();
    stop = mine;
    rounds = List.of();
    failure = null;
    state = State.RUNNING;
    metric = TabularNetworkPredictor.usual(task);
    expected = ColumnElimination.rounds(columns);
    project = document.project();
    Project trained = project;
    change();
    Thread thread = new Thread(() -> work(trained, mine), "elimination");
    thread.setDaemon(true); // does not keep the program alive
    thread.start();
  }

  private void work(Project trained, AtomicBoolean mine) {
    Message problem = null;
    try {
      work.run(trained, mine::get, round -> pulse.soon(() -> take(round, mine)));
    } catch (DataProblem e) {
      problem = e.sentence();
    } catch (RuntimeException | Error e) { // else it would stay in progress forever
      problem = Message.of("features.problem.failed", Faults.reason(e));
    }
    Message said = problem;
    pulse.soon(() -> end(said, mine));
  }

  private void take(EliminationRound round, AtomicBoolean mine) {
    if (mine == stop) {
      List<EliminationRound> more = new ArrayList<>(rounds);
      more.add(round);
      rounds = List.copyOf(more);
      change();
    }
  }

  private void end(Message problem, AtomicBoolean mine) {
    if (mine == stop) {
      failure = problem;
      state = problem != null ? State.FAILED : mine.get() ? State.CANCELLED : State.DONE;
      change();
    }
  }

  /** Cancels the training; finished rounds are kept. */
  public void cancel() {
    stop.set(true);
  }

  /** Leaves out all columns but those of a round, as one edit. */
  public void keep(EliminationRound round) {
    edits.replace(edits.columns().stream().filter(column -> !round.columns().contains(column)).toList());
  }

  private void forget() {
    stop.set(true);
    stop = new AtomicBoolean();
    rounds = List.of();
    failure = null;
    project = null;
    state = State.NOTHING;
    change();
  }

  private void change() {
    revision.set(revision.get() + 1);
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    stop.set(true);
    stop = new AtomicBoolean();
  }
}
