package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.compare.Differing;
import studio.backprop.compare.KeptTwins;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.store.Saved;
import studio.backprop.store.StepRows;
import studio.backprop.train.TrainingProgress;
import studio.backprop.train.record.RunRecord;
import studio.backprop.train.record.TestViews;

/** Loads and saves the state of the run: weights, curves, run history, number of test evaluations, twins. */
public final class RunFiles {
  private final TrainerSync following;
  private final Recording recording;
  private KeptRuns tried = new KeptRuns.Untouched();
  private final ReadOnlyObjectWrapper<TestViews> testViews = new ReadOnlyObjectWrapper<>(this, "testViews", TestViews.NONE);
  private final ObjectProperty<Optional<SearchRecord>> search = new SimpleObjectProperty<>(this, "search", Optional.empty());
  private Runnable prepare = () -> {};
  private Run viewedRun;
  private WeightsVersion viewedWeights;
  private final ReadOnlyObjectWrapper<KeptTwins> twins = new ReadOnlyObjectWrapper<>(this, "twins", KeptTwins.NONE);
  private Project twinsOf = Project.EMPTY;
  private final ReadOnlyStringWrapper twinsPage = new ReadOnlyStringWrapper(this, "twinsPage", "");

  RunFiles(TrainerSync following, Recording recording) {
    this.following = following;
    this.recording = recording;
  }

  /** Content of a file, completed in the background once the trainer has copied its weights between two steps. */
  public interface ToSave {
    Saved get() throws InterruptedException, ExecutionException;
  }

  /** Opens another project: resumes from saved weights, otherwise starts. {@code change} makes the document open it. */
  public void open(Runnable change, Optional<Parameters> weights, Optional<TrainingProgress> progressed) {
    prepare.run();
    tried.opened(List.of());
    testViews.set(TestViews.NONE);
    keepTwins(KeptTwins.NONE, Project.EMPTY);
    twinsPage.set("");
    search.set(Optional.empty());
    recording.open();
    following.open(change, weights, progressed);
  }

  /** The same with the curves so far. */
  public void open(Runnable change, Saved saved) {
    prepare.run();
    OptionalInt goesOn = tried.opened(saved.runs());
    testViews.set(saved.testViews());
    keepTwins(saved.twins(), saved.project());
    twinsPage.set(saved.twins().page());
    search.set(saved.search());
    recording.open();
    recording.recall(saved.progressed().isPresent() ? saved.steps() : StepRows.NONE, goesOn);
    following.open(change, saved);
  }

  /** @param ready ensures that all listeners of an opened project exist */
  public void beforeOpening(Runnable ready) {
    prepare = ready;
  }

  /** Content to be saved now: project, learned state, curves and run history. */
  public ToSave toSave() {
    return whole(following.toSave(recording.history().forFile()));
  }

  /** Content to restore this state in this window: also with the current reset weights. */
  public ToSave toPutBack() {
    return whole(following.toPutBack(recording.history().forFile()));
  }

  private ToSave whole(ToSave project) {
    List<RunRecord> tries = tried.kept();
    TestViews views = testViews.get();
    KeptTwins set = twins.get();
    Project of = twinsOf;
    String page = twinsPage.get();
    Optional<SearchRecord> searched = search.get();
    return () -> {
      Saved plain = project.get().with(tries).with(views);
      Saved saved = searched.map(plain::with).orElse(plain);
      KeptTwins own = belong(set, of, saved.project());
      return saved.with(own.isEmpty() ? own : own.onPage(page));
    };
  }

  /** Twins are dropped once the project would train differently from the one they were set up for. */
  private static KeptTwins belong(KeptTwins set, Project of, Project now) {
    return set.isEmpty() || !Differing.between(of, now).isEmpty() ? KeptTwins.NONE : set;
  }

  /** Twins of a project, from here or its file; none once it would train differently. */
  public KeptTwins twinsOf(Project now) {
    return belong(twins.get(), twinsOf, now);
  }

  /**
   * Stores twins.
   *
   * @param of project that they are compared with
   */
  public void keepTwins(KeptTwins set, Project of) {
    twinsOf = of;
    twins.set(set);
  }

  /** Last displayed page of twin runs; empty if none was chosen. */
  public ReadOnlyStringProperty twinsPageProperty() {
    return twinsPage.getReadOnlyProperty();
  }

  /** Remembers the page. No edit: saved with the next one. */
  public void keepTwinsPage(String page) {
    twinsPage.set(page);
  }

  /** Last twins set up, whatever the project is now. */
  public ReadOnlyObjectProperty<KeptTwins> twinsProperty() {
    return twins.getReadOnlyProperty();
  }

  /** @param keeper run history of the open project from now on */
  public void keepRunsIn(KeptRuns keeper) {
    tried = keeper;
  }

  /** Adds a run trained outside the main one. */
  public void keep(RunRecord ended) {
    tried.add(ended);
  }

  /** Hyperparameter search of the open project so far; empty if there is none. */
  public ObjectProperty<Optional<SearchRecord>> searchProperty() {
    return search;
  }

  /** Number of evaluations on the test set. */
  public ReadOnlyObjectProperty<TestViews> testViewsProperty() {
    return testViews.getReadOnlyProperty();
  }

  /** Counts an evaluation on the test set; repeated ones with the same weights count once. */
  public void viewTest(Run run, WeightsVersion weights) {
    if (!hasViewedTest(run, weights)) {
      viewedRun = run;
      viewedWeights = weights;
      testViews.set(testViews.get().with(run.data().dataset().name()));
    }
  }

  /** Whether the last evaluation on the test set was with these weights. */
  public boolean hasViewedTest(Run run, WeightsVersion weights) {
    return run == viewedRun && weights.equals(viewedWeights);
  }

  double secondsOfTwins() {
    return tried.secondsOfTwins();
  }
}
