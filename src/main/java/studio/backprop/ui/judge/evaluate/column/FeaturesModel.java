package studio.backprop.ui.judge.evaluate.column;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import studio.backprop.data.Dataset;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.column.ColumnCorrelations;
import studio.backprop.evaluate.column.ColumnReport;
import studio.backprop.evaluate.column.TableColumns;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.ui.judge.evaluate.EvaluationWorker;
import studio.backprop.ui.judge.evaluate.column.AskedColumns.Importances;
import studio.backprop.ui.judge.evaluate.column.AskedColumns.Shown;
import studio.backprop.ui.kit.Faults;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.page.PageModel;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Model of the features page. Statistics of the training rows are computed once per way of reading the table, whichever columns are left
 * out; the network is evaluated in the background when it pauses, and during training on demand only. JavaFX thread only.
 */
public final class FeaturesModel extends PageModel implements AutoCloseable {
  /** State of the page's content. */
  public enum State {
    NOT_READY,
    NOT_SUPERVISED,
    IMAGES,
    TEXT,
    GRAPH,
    SERIES,
    OTHER,
    COMPUTING,
    FAILED,
    READY
  }

  /** State of the network's figures. */
  public enum Answer {
    UNTRAINED,
    EMPTY,
    TRAINING,
    COMPUTING,
    FAILED,
    READY
  }

  private final DocumentModel document;
  private final RunModel run;
  private final ColumnEdits edits;
  private final Reading reading;
  private final EliminationModel elimination;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NOT_READY);
  private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(this, "answer", Answer.UNTRAINED);
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
  private final FeatureChoices choices = new FeatureChoices(this::choose);
  private final EvaluationWorker data;
  private final FeaturesWorker questions;
  private final ObservableValue<Optional<Message>> failure;
  private final Subscription subscriptions;
  private TableReading asked;
  private TableReading known;
  private ColumnReport report;

  /** Computes statistics of the training rows. */
  @FunctionalInterface
  interface Reading {
    Optional<ColumnReport> of(Project project, PreparedData data, BooleanSupplier stop);
  }

  public FeaturesModel(DocumentModel document, RunModel run, Pulse pulse, ColumnEdits edits) {
    this(document, run, pulse, edits, ColumnReport::of);
  }

  FeaturesModel(DocumentModel document, RunModel run, Pulse pulse, ColumnEdits edits, Reading reading) {
    this.reading = reading;
    this.document = document;
    this.run = run;
    this.edits = edits;
    this.elimination = new EliminationModel(document, pulse, edits);
    this.data = new EvaluationWorker(pulse, "features-data");
    this.questions = new FeaturesWorker(run, pulse, choices, this::change);
    this.failure = Faults.first(data.failureProperty(), questions.failureProperty());
    subscriptions = Subscription.combine(
        pulse.subscribe(this::look),
        document.projectProperty().subscribe(this::follow),
        elimination.revisionProperty().subscribe((before, now) -> change()),
        failure.subscribe((before, now) -> change()),
        run.runProperty().subscribe((before, now) -> forget()));
  }

  // --- state

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Incremented by each change. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  public FeatureChoices choices() {
    return choices;
  }

  public EliminationModel elimination() {
    return elimination;
  }

  ColumnEdits edits() {
    return edits;
  }

  /** Statistics of the training rows; empty while being computed. */
  public Optional<ColumnReport> report() {
    return Optional.ofNullable(report);
  }

  Optional<ColumnCorrelations> correlations() {
    return report().map(now -> now.correlations(choices.byRankProperty().get()));
  }

  Optional<Importances> importances() {
    return questions.importances();
  }

  Optional<Shown> dependence() {
    return questions.dependence();
  }

  /** Error of the last computation; empty without one. */
  ObservableValue<Optional<Message>> failureProperty() {
    return failure;
  }

  /** Data of the run, while it belongs to the current project. */
  Optional<PreparedData> data() {
    Run now = run.runProperty().get();
    boolean fits = now != null && now.project().data().equals(document.project().data());
    return fits ? Optional.of(now.data()) : Optional.empty();
  }

  /** One row per column of the table, in the order of the file. */
  public List<FeatureRow> rows() {
    return report == null ? List.of() : FeatureRow.all(report, edits, questions.importances());
  }

  /** Whether these columns can be left out: at least one stays. */
  public boolean mayLeaveOut(List<String> some) {
    List<String> out = edits.leftOut();
    return edits.possible() && !some.isEmpty() && some.stream().noneMatch(out::contains)
        && edits.columns().size() - out.size() > some.size();
  }

  /** Whether these columns are left out and can be used again. */
  public boolean mayUse(List<String> some) {
    return edits.possible() && !some.isEmpty() && edits.leftOut().containsAll(some);
  }

  // --- commands

  /** Leaves the columns out, or uses them again if they are left out. */
  public void turn(List<String> some) {
    if (mayLeaveOut(some)) {
      edits.set(some, true);
    } else if (mayUse(some)) {
      edits.set(some, false);
    }
  }

  /** Why no columns can be eliminated; empty if they can. */
  Optional<Message> refusal() {
    if (!edits.possible()) {
      return Optional.of(Message.of("features.elimination.no"));
    }
    if (data().isEmpty() || !document.ready()) {
      return Optional.of(Message.of("features.problem.not_ready"));
    }
    return data().get().validationRows() == 0 ? Optional.of(Message.of("features.problem.no_validation")) : Optional.empty();
  }

  /** Starts a recursive feature elimination. */
  public void eliminate() {
    if (refusal().isEmpty()) {
      PreparedData now = data().orElseThrow();
      elimination.start(TableColumns.of(now.dataset()).map(TableColumns::count).orElse(0), now.dataset().task());
    }
  }

  /** Evaluates the network now, also while it trains. */
  public void compute() {
    questions.want();
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    elimination.close();
    data.close();
    questions.close();
  }

  // --- updates

  private void choose() {
    if (questions != null) { // not during construction
      questions.choose();
      answer.set(answerNow());
      change();
    }
  }

  private void forget() {
    questions.forget();
    asked = null;
    data.cancel();
    change();
  }

  /** Undo and redo may leave a column out or include it again. */
  private void follow(Project before, Project now) {
    if (!before.data().equals(now.data())) {
      change();
    }
  }

  private void change() {
    revision.set(revision.get() + 1);
  }

  /** Called in each frame while the page is open. */
  private void look() {
    if (!isOpen()) {
      return;
    }
    State next = stateNow();
    if (next == State.COMPUTING || next == State.READY) {
      data().ifPresent(choices::begin);
      lookAtRows();
      lookAtNetwork();
    }
    Answer said = answerNow();
    if (state.get() != stateNow() || answer.get() != said) {
      state.set(stateNow());
      answer.set(said);
      change();
    }
  }

  private void lookAtRows() {
    TableReading key = TableReading.of(document.project());
    Optional<PreparedData> now = data();
    if (key.equals(asked) || now.isEmpty()) {
      return;
    }
    asked = key;
    report = key.equals(known) ? report : null;
    Project project = document.project();
    data.ask(stop -> reading.of(project, now.get(), stop), found -> {
      known = key;
      report = found.orElse(null);
      change();
    });
  }

  private void lookAtNetwork() {
    if (report == null || data().isEmpty() || !run.showsTrained() || data().get().rows(choices.partProperty().get()) == 0) {
      return;
    }
    questions.look(report, selection().stream().noneMatch(edits.leftOut()::contains));
  }

  private List<String> selection() {
    return choices.selectionProperty().get();
  }

  private State stateNow() {
    if (!document.project().assignment().hasTargets()) {
      return State.NOT_SUPERVISED;
    }
    if (data().isEmpty()) {
      return report != null && TableReading.of(document.project()).equals(known) ? State.READY : State.NOT_READY;
    }
    Dataset now = data().get().dataset();
    State other = now.isImages() ? State.IMAGES : now.text().isPresent() ? State.TEXT : now.graph().isPresent() ? State.GRAPH
        : now.series().isPresent() ? State.SERIES : State.COMPUTING;
    if (other != State.COMPUTING) {
      return other;
    }
    boolean table = TableColumns.of(now).isPresent();
    boolean there = report != null && TableReading.of(document.project()).equals(known);
    boolean failed = data.failureProperty().get().isPresent();
    return !table ? State.OTHER : there ? State.READY : failed ? State.FAILED : State.COMPUTING;
  }

  /** Whether the network's figures can be requested: it trains, and they are of an earlier step. */
  boolean offersCompute() {
    return run.playing() && run.showsTrained() && report != null;
  }

  /** State of the partial dependence. */
  Answer lookAnswer() {
    if (dependence().isPresent() || questions.hasFailedToLook()) {
      return dependence().isPresent() ? Answer.READY : Answer.FAILED;
    }
    return answerNow() == Answer.READY ? run.playing() ? Answer.TRAINING : Answer.COMPUTING : answerNow();
  }

  private Answer answerNow() {
    if (!run.showsTrained() || data().isEmpty()) {
      return Answer.UNTRAINED;
    }
    if (data().get().rows(choices.partProperty().get()) == 0) {
      return Answer.EMPTY;
    }
    if (questions.hasChosen() || questions.hasFailed()) {
      return questions.hasChosen() ? Answer.READY : Answer.FAILED;
    }
    return run.playing() && !questions.isWanted() ? Answer.TRAINING : Answer.COMPUTING;
  }
}
