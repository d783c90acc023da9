package studio.backprop.ui.judge.evaluate.fold;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.backprop.compare.Differing;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.fold.CrossValidation;
import studio.backprop.evaluate.fold.FoldComparison;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.ui.judge.evaluate.fold.FoldExperiment.Kind;
import studio.backprop.ui.judge.evaluate.fold.FoldExperiment.Place;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.page.PageModel;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Cross-validation of the open project. Folds train on background threads, independently of the window's run. Results are recorded in the
 * run history; the folds are kept until another project is opened or the window is closed. JavaFX thread only.
 */
public final class FoldsModel extends PageModel implements AutoCloseable {
  /** State of the page's content. */
  public enum State {
    NOT_READY,
    NOT_SUPERVISED,
    NOTHING,
    RUNNING,
    CANCELLED,
    DONE,
    FAILED
  }

  private static final int FRAMES = 4;

  private final DocumentModel document;
  private final RunModel run;
  private final FoldsForm form = new FoldsForm(Runtime.getRuntime().availableProcessors());
  private final BooleanProperty trainable = new SimpleBooleanProperty(this, "trainable", true);
  private final BooleanProperty warned = new SimpleBooleanProperty(this, "warned", true);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NOT_READY);
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
  private final ReadOnlyObjectWrapper<Message> failure = new ReadOnlyObjectWrapper<>(this, "failure");
  private final ObjectProperty<FoldSetting> curveSetting = new SimpleObjectProperty<>(this, "curveSetting", FoldSetting.RATE);
  private final Map<Kind, FoldExperiment> experiments = new EnumMap<>(Kind.class);
  private final Subscription subscriptions;
  private final FoldsWorker work;
  private final GroupOffer groups;
  private State ended = State.NOTHING;
  private int seen;
  private int frame;

  public FoldsModel(DocumentModel document, RunModel run, Pulse pulse) {
    this(document, run, pulse, new FoldsWorker(pulse, Runtime.getRuntime().availableProcessors()));
  }

  FoldsModel(DocumentModel document, RunModel run, Pulse pulse, FoldsWorker work) {
    this.document = document;
    this.run = run;
    this.work = work;
    this.groups = new GroupOffer(form, work, this::change);
    form.epochs().valueProperty().set(document.project().training().epochs());
    subscriptions = Subscription.combine(
        pulse.subscribe(this::look),
        document.projectProperty().subscribe((before, now) -> {
          if (before.training().epochs() != now.training().epochs()) {
            form.epochs().valueProperty().set(now.training().epochs());
          }
        }),
        document.openingsProperty().subscribe((before, now) -> forget()));
  }

  // --- state

  /** Whether trainings may be started; if not, as before a prediction in a lesson, only results are shown. */
  public BooleanProperty trainableProperty() {
    return trainable;
  }

  /** Whether a leaking selection of columns is warned of; a lesson may ask for it first. */
  public BooleanProperty warnedProperty() {
    return warned;
  }

  public FoldsForm form() {
    return form;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Incremented by each change. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Cause of the last failed training; null without one. */
  public ReadOnlyObjectProperty<Message> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The setting of the validation curve. */
  ObjectProperty<FoldSetting> curveSettingProperty() {
    return curveSetting;
  }

  Optional<FoldExperiment> experiment(Kind kind) {
    return Optional.ofNullable(experiments.get(kind));
  }

  /** The running experiment. */
  Optional<FoldExperiment> running() {
    return work.running();
  }

  /** Plan of the last finished folds; empty without any. */
  public Optional<CrossValidation> completed() {
    return experiment(Kind.FOLDS).filter(folds -> folds.done() == folds.all()).map(FoldExperiment::plan);
  }

  /** Results of finished folds, in their order. */
  public List<FoldResult> results() {
    return experiment(Kind.FOLDS).map(FoldExperiment::results).orElse(List.of());
  }

  /** Data of the run, while it belongs to the current project. */
  Optional<PreparedData> data() {
    Run now = run.runProperty().get();
    boolean fits = now != null && document.ready() && now.project().data().equals(document.project().data());
    return fits ? Optional.of(now.data()) : Optional.empty();
  }

  /** The applicable figures. */
  List<FoldFigure> figures() {
    return experiment(Kind.FOLDS).map(folds -> FoldFigure.of(folds.jobs().get(0).whole().dataset())).orElse(List.of());
  }

  /** Why nothing can be trained; empty if it can. */
  public Optional<Message> problem() {
    if (!document.project().assignment().hasTargets()) {
      return Optional.of(Message.of("folds.state.not_supervised"));
    }
    return data().isEmpty() ? Optional.of(Message.of("folds.state.not_ready")) : form.problem();
  }

  /** Differences of the project since its folds were trained. */
  List<Differing> changes() {
    return experiment(Kind.FOLDS).map(folds -> Differing.between(folds.project(), planned())).orElse(List.of());
  }

  /** Paired comparison of the two settings on the same folds, by the figure that settings are chosen by; empty without both. */
  public Optional<FoldComparison> comparison(FoldFigure figure) {
    return experiment(Kind.OTHER).flatMap(other -> experiment(Kind.FOLDS)
        .map(folds -> FoldComparison.of(figure, folds.results(), other.results())));
  }

  // --- commands

  private Project planned() {
    return document.project().withTraining(training -> training.withEpochs((int) form.epochs().value()));
  }

  /** Trains the folds of the current project. */
  public void start() {
    if (!work.busy() && problem().isEmpty()) {
      Project project = planned();
      PreparedData data = data().orElseThrow();
      Optional<String> column = form.grouping();
      CrossValidation plan = form.plan();
      begin(Kind.FOLDS, plan, project, Optional.empty(), () -> FoldPlaces.of(plan, project, data, column));
    }
  }

  /** Trains these folds, replacing a running experiment. @return why they cannot be trained; empty if they can */
  public Optional<Message> start(CrossValidation wanted) {
    work.drop();
    groups.keepUp(data());
    form.show(wanted, document.project().training().epochs());
    Optional<Message> problem = problem();
    start();
    return problem;
  }

  /** Progress of the running experiment, from 0 to 1. */
  public double progress() {
    return work.running().map(FoldExperiment::progress).orElse(0.0);
  }

  /** Trains the same folds with another value of one setting. */
  public void compare(FoldSetting setting, double value) {
    experiment(Kind.FOLDS).ifPresent(folds -> compare(folds, setting.set(folds.project(), value), Optional.of(setting)));
  }

  /** Trains the same folds with the current project. */
  public void compareWithProject() {
    experiment(Kind.FOLDS).ifPresent(folds -> compare(folds, planned(), Optional.empty()));
  }

  private void compare(FoldExperiment folds, Project other, Optional<FoldSetting> setting) {
    if (!work.busy()) {
      begin(Kind.OTHER, folds.plan(), other, setting, () -> FoldPlaces.with(folds, other));
    }
  }

  /** Trains the learning curve: the same folds with fewer training rows. */
  public void learn() {
    experiment(Kind.FOLDS).filter(folds -> !work.busy() && folds.plan().method().shuffles()).ifPresent(folds ->
        begin(Kind.LEARNING, folds.plan(), folds.project(), Optional.empty(), () -> FoldPlaces.shortened(folds)));
  }

  /** Trains the validation curve: the same folds with several values of a setting. */
  public void validate() {
    FoldSetting setting = curveSetting.get();
    experiment(Kind.FOLDS).filter(folds -> !work.busy()).ifPresent(folds ->
        begin(Kind.VALIDATION, folds.plan(), folds.project(), Optional.of(setting), () -> FoldPlaces.tried(folds, setting)));
  }

  /** Cancels the training; finished folds are kept. */
  public void cancel() {
    work.cancel();
  }

  /** Restores the current folds after the same project was reopened. */
  public Runnable moment() {
    Map<Kind, FoldExperiment> now = new EnumMap<>(experiments);
    State then = work.busy() ? State.CANCELLED : ended;
    return () -> {
      experiments.clear();
      experiments.putAll(now);
      ended = then;
      change();
    };
  }

  @Override
  public void close() {
    work.drop();
    subscriptions.unsubscribe();
  }

  /** @param places divides the rows */
  private void begin(Kind kind, CrossValidation plan, Project project, Optional<FoldSetting> setting, Supplier<List<Place>> places) {
    failure.set(null);
    Map<Kind, FoldExperiment> before = new EnumMap<>(experiments);
    State stood = ended;
    if (kind == Kind.FOLDS) {
      experiments.clear(); // the others are of these folds
    }
    Instant begun = Instant.now().truncatedTo(ChronoUnit.MILLIS); // as exact as in a file
    work.start(() -> new FoldExperiment(kind, plan, project, setting, places.get()), (int) form.atOnce().value(),
        experiment -> {
          experiments.put(kind, experiment);
          change();
        },
        (cancelled, problem) -> {
          failure.set(problem.orElse(null));
          keep(experiments.get(kind) == before.get(kind) ? null : experiments.get(kind), begun);
          ended = problem.isPresent() ? State.FAILED : cancelled ? State.CANCELLED : State.DONE;
          if (cancelled && before.containsKey(Kind.FOLDS) && kind == Kind.FOLDS) {
            experiments.clear();
            experiments.putAll(before); // a part is no better than the former ones; the run history has it
            ended = stood;
          }
          change();
        });
    change();
  }

  /** Records the folds in the run history, also of a cancelled cross-validation; a curve is not a run. */
  private void keep(FoldExperiment ended, Instant begun) {
    if (ended != null && (ended.kind() == Kind.FOLDS || ended.kind() == Kind.OTHER) && !ended.results().isEmpty()) {
      run.files().keep(ended.record(document.nameProperty().get(), begun));
    }
  }

  // --- updates

  private void forget() {
    work.drop();
    experiments.clear();
    failure.set(null);
    ended = State.NOTHING;
    form.epochs().valueProperty().set(document.project().training().epochs());
    change();
  }

  private void change() {
    state.set(stateNow());
    revision.set(revision.get() + 1);
  }

  private State stateNow() {
    if (!document.project().assignment().hasTargets()) {
      return State.NOT_SUPERVISED;
    }
    if (work.busy()) {
      return State.RUNNING;
    }
    if (!experiments.isEmpty() || ended == State.FAILED) {
      return ended;
    }
    return data().isEmpty() ? State.NOT_READY : State.NOTHING;
  }

  /** Called in each frame while the page is open. */
  private void look() {
    if (!isOpen()) {
      return;
    }
    groups.keepUp(data());
    int news = work.running().map(FoldExperiment::changes).orElse(0);
    frame++;
    // 15 frames a second suffice for the eye and save time for the folds
    if (news != seen && frame % FRAMES == 0 || state.get() != stateNow()) {
      seen = news;
      change();
    }
  }
}
