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

/**
 * What of the run comes from a file and goes into one: the weights, the curves so far, what was tried with the project, how often its test
 * part was looked at, and the twins that were set up.
 */
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

  /** What a file is to hold, once the trainer has copied its weights between two steps; for a thread in the background. */
  public interface ToSave {
    Saved get() throws InterruptedException, ExecutionException;
  }

  /**
   * Opens another project: with saved weights it goes on where it was, otherwise it starts.
   *
   * @param change makes the document open it
   */
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

  /** The same for what a file holds, with the curves so far. */
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

  /** @param ready makes sure that all who are to hear of an opened project are there */
  public void beforeOpening(Runnable ready) {
    prepare = ready;
  }

  /** What a file is to hold now: the project, what the network has learned, the curves, and what was tried. */
  public ToSave toSave() {
    return whole(following.toSave(recording.history().forFile()));
  }

  /** What brings this moment back in this window: as a file, and with the weights that a reset leads to now. */
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

  /** Twins are compared with the project for which they were set up: of one that would learn otherwise they are none. */
  private static KeptTwins belong(KeptTwins set, Project of, Project now) {
    return set.isEmpty() || !Differing.between(of, now).isEmpty() ? KeptTwins.NONE : set;
  }

  /** The twins that were set up for a project, here or in its file; none once it would learn otherwise than it did then. */
  public KeptTwins twinsOf(Project now) {
    return belong(twins.get(), twinsOf, now);
  }

  /** A person has set up these. @param of the project with which they are compared */
  public void keepTwins(KeptTwins set, Project of) {
    twinsOf = of;
    twins.set(set);
  }

  /** The page of twin runs that the open project was last seen on, here or in its file; empty where nobody has chosen one. */
  public ReadOnlyStringProperty twinsPageProperty() {
    return twinsPage.getReadOnlyProperty();
  }

  /** Twin runs are seen on another page. To look at something is no edit: it goes into the file with the next one. */
  public void keepTwinsPage(String page) {
    twinsPage.set(page);
  }

  /** The twins that were set up last, whatever the project is now. */
  public ReadOnlyObjectProperty<KeptTwins> twinsProperty() {
    return twins.getReadOnlyProperty();
  }

  /** @param keeper remembers the tries of the open project from now on */
  public void keepRunsIn(KeptRuns keeper) {
    tried = keeper;
  }

  /** Remembers a run that was trained beside that of the window. */
  public void keep(RunRecord ended) {
    tried.add(ended);
  }

  /** The search of the open project's settings, as far as it is; empty where none was planned. */
  public ObjectProperty<Optional<SearchRecord>> searchProperty() {
    return search;
  }

  /** How often the test part was looked at. */
  public ReadOnlyObjectProperty<TestViews> testViewsProperty() {
    return testViews.getReadOnlyProperty();
  }

  /** Somebody looks at the test part. Whoever looks at it by the same weights again, on whatever page, has looked once. */
  public void viewTest(Run run, WeightsVersion weights) {
    if (!hasViewedTest(run, weights)) {
      viewedRun = run;
      viewedWeights = weights;
      testViews.set(testViews.get().with(run.data().dataset().name()));
    }
  }

  /** Whether the last look at the test part was at these weights. */
  public boolean hasViewedTest(Run run, WeightsVersion weights) {
    return run == viewedRun && weights.equals(viewedWeights);
  }

  double secondsOfTwins() {
    return tried.secondsOfTwins();
  }
}
