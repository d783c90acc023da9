package studio.backprop.ui.compare.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Subscription;
import studio.backprop.compare.Comparison;
import studio.backprop.compare.ComparisonRunner;
import studio.backprop.compare.ComparisonRunner.Sight;
import studio.backprop.compare.ComparisonRunner.State;
import studio.backprop.compare.KeptTwins;
import studio.backprop.data.Task;
import studio.backprop.landscape.SurfaceStart;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** The twins of the open project: how they are set up, how far they are, and what is kept of them. Looks at their thread once a frame. */
public final class ComparisonModel implements AutoCloseable {
  private final ComparedVariants setup = new ComparedVariants();
  private final ReadOnlyObjectWrapper<ComparisonRunner.Status> status;
  private final ReadOnlyLongWrapper frame = new ReadOnlyLongWrapper(this, "frame");
  private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", Double.POSITIVE_INFINITY);
  private final DoubleProperty pointed = new SimpleDoubleProperty(this, "pointed", Double.NaN);
  private final DocumentModel document;
  private final RunModel run;
  private final ComparisonRunner runner;
  private final VariantKeeping keeping;
  private final Subscription subscriptions;
  private List<VariantHistory> lanes = List.of();
  private long starts;
  private long step;

  /** @param runner the twins' thread, which is closed with this */
  public ComparisonModel(DocumentModel document, RunModel run, ComparisonRunner runner, Pulse pulse) {
    this.document = document;
    this.run = run;
    this.runner = runner;
    this.keeping = new VariantKeeping(run, runner);
    this.status = new ReadOnlyObjectWrapper<>(this, "status", runner.status());
    this.subscriptions = Subscription.combine(
        pulse.subscribe(this::look),
        setup.variantsProperty().subscribe((before, now) -> arranged()),
        document.openingsProperty().subscribe((before, now) -> setup.end()),
        speed.subscribe((before, now) -> runner.setSpeed(now.doubleValue())));
  }

  // --- what there is to see

  /** Which variants are compared. */
  public ComparedVariants setup() {
    return setup;
  }

  /** What their thread is doing. */
  public ReadOnlyObjectProperty<ComparisonRunner.Status> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Ticks when there is something new to see. */
  public ReadOnlyLongProperty frameProperty() {
    return frame.getReadOnlyProperty();
  }

  /** What is known of each lane. */
  public List<VariantHistory> lanes() {
    return lanes;
  }

  /** A number that tells this start from others. */
  public long start() {
    return starts;
  }

  /** The step at which all lanes stand that have not ended by themselves. */
  public long step() {
    return step;
  }

  /** Epochs that the first lane has done, and that it is to do. */
  long epoch() {
    return step / Math.max(1, status.get().batchesPerEpoch());
  }

  long lastEpoch() {
    return status.get().last() / Math.max(1, status.get().batchesPerEpoch());
  }

  /** Whether they take steps. */
  public boolean playing() {
    return status.get().state() == State.PLAYING;
  }

  /** Steps a second while playing; infinity for as fast as it goes. */
  public DoubleProperty speedProperty() {
    return speed;
  }

  /** The step that is read off all curves; NaN for none. */
  DoubleProperty pointedProperty() {
    return pointed;
  }

  /** Whether classes are told apart. */
  boolean classes() {
    return lanes.stream().flatMap(lane -> lane.snapshot().stream()).findFirst()
        .map(snapshot -> snapshot.data().dataset().task() == Task.CLASSES).orElse(true);
  }

  boolean acts() {
    return setup.base().assignment().acts();
  }

  /** How well they do, compared. */
  VariantRanking ranking() {
    return new VariantRanking(lanes, acts(), setup.base().assignment() instanceof Adversarial);
  }

  /** The lane that does best so far, see {@link VariantRanking}; empty before the first epoch. */
  Optional<Integer> best() {
    return ranking().best();
  }

  // --- what can be done

  /** Compares these variants of the open project, from step 0. */
  public void compare(List<Project> variants) {
    run.control().pause();
    if (run.runProperty().get() != null) {
      runner.know(run.runProperty().get().project(), run.runProperty().get().data());
    }
    setup.compare(document.project(), document.formOf(document.project()), variants);
  }

  /** Trains all variants to their end. */
  public void runToEnd() {
    runner.play();
  }

  /** Whether the variants that were set up last have come to their end. */
  public boolean ended() {
    return runner.status().number() == starts && runner.status().state() == State.FINISHED;
  }

  /** Where they rest, another object after each way there; empty while they take steps. */
  public Optional<ComparisonRunner.Status> rest() {
    ComparisonRunner.Status now = runner.status();
    return now.number() == starts && (now.state() == State.PAUSED || now.state() == State.FINISHED) ? Optional.of(now) : Optional.empty();
  }

  /** Why there is nothing to run, if so. */
  public Optional<Message> refused() {
    return runner.status().number() == starts && runner.status().state() == State.NOTHING ? runner.status().reason() : Optional.empty();
  }

  /** How far they are, from 0 to 1. */
  public double share() {
    return Math.min(1, step / Math.max(1.0, status.get().last()));
  }

  /** Looks at them after each step, on their thread. @param looks empty for nobody */
  public void watch(Optional<ComparisonRunner.Watcher> looks) {
    runner.watch(looks);
  }

  /** Reads something of them between two steps; empty if there are none. */
  public <T> CompletableFuture<Optional<T>> ask(Function<Comparison, T> question) {
    return runner.ask(question);
  }

  /** What the networks give is looked at, or not: where nobody sees it, the lanes train faster. */
  void showOutputs(boolean seen) {
    runner.showOutputs(seen);
  }

  /** The page is opened: it shows the twins of the project as it is now. The training rests meanwhile. */
  void open() {
    run.control().pause();
    if (run.runProperty().get() != null) {
      runner.know(run.runProperty().get().project(), run.runProperty().get().data());
    }
    if (!setup.base().equals(document.project())) {
      setup.restore(document.project(), document.formOf(document.project()), run.files().twinsOf(document.project()).variants());
    }
  }

  /** The page that the open project is seen on first: that of the last time, or the search where it has planned one; else empty. */
  public String page() {
    String last = run.files().twinsPageProperty().get();
    return last.isEmpty() && run.files().searchProperty().get().isPresent() ? "search" : last;
  }

  void keepPage(String page) {
    run.files().keepTwinsPage(page);
  }

  /** The test surface that was chosen for this project, here or in its file, and where lanes begin on it. */
  public Optional<SurfaceStart> keptSurface() {
    return run.files().twinsOf(setup.base()).surface();
  }

  /** The lanes that test surfaces of this project have for themselves, here or in its file, by the name of the surface. */
  public Map<String, List<TrainingSettings>> keptRaces() {
    return run.files().twinsOf(setup.base()).races();
  }

  /** Keeps the test surface with the project, and lanes on surfaces. @param surface empty for the network's own */
  public void keepRaces(Optional<SurfaceStart> surface, Map<String, List<TrainingSettings>> races) {
    KeptTwins before = run.files().twinsOf(setup.base());
    KeptTwins now = before.with(surface).with(races);
    if (!now.equals(before)) {
      run.files().keepTwins(now, setup.base());
    }
  }

  /** Whether the network has a loss that can be drawn: an agent's targets move, and of two rivals each has its own. */
  public boolean networkHasMap() {
    return setup.base().equals(Project.EMPTY) || setup.base().assignment().hasTargets();
  }

  /** Whether a person has set up the twins, here or in the project's file. */
  public boolean haveBeenSetUp() {
    return !run.files().twinsOf(setup.base()).variants().isEmpty();
  }

  /** Compares these, however much they differ. @return what brings back those before, as long as the project is the same */
  public Runnable enter(List<Project> wanted) {
    List<Project> before = setup.variants();
    Project base = setup.base();
    KeptTwins kept = run.files().twinsOf(base);
    setup.enter(wanted);
    return () -> {
      if (setup.base().equals(base)) {
        run.files().keepTwins(kept.with(keptSurface()), base);
        setup.compare(base, before);
      }
    };
  }

  private void arranged() {
    if (setup.chosen() && !setup.variants().isEmpty()) {
      KeptTwins before = run.files().twinsOf(setup.base());
      run.files().keepTwins(KeptTwins.of(setup.variants()).with(before.surface()), setup.base());
    }
    reset();
  }

  /** The page is closed: twins that nobody looks at rest. */
  void leave() {
    pause();
    pointed.set(Double.NaN);
  }

  /** Back to the same start. */
  public void reset() {
    starts++;
    keeping.forget();
    step = 0;
    lanes = setup.variants().stream().map(VariantHistory::new).toList();
    if (lanes.isEmpty()) {
      runner.drop();
    } else {
      runner.start(setup.variants(), run.restarts().start(), starts);
    }
    frame.set(frame.get() + 1);
  }

  /** Plays, or pauses. */
  public void togglePlay() {
    if (playing()) {
      pause();
    } else {
      runner.play();
    }
  }

  public void pause() {
    runner.pause();
  }

  /** Each takes one step. */
  public void stepBatch() {
    runner.playSteps(1);
  }

  void stepEpoch() {
    runner.playEpoch();
  }

  /**
   * Makes a variant the project, with what it has learned: one edit.
   *
   * @return whether it is the project now, as soon as this is known; not where there is no such variant
   */
  public CompletableFuture<Boolean> keep(int lane, String name) {
    pause();
    return keeping.keep(lane, name);
  }

  /** Why the variant that was to be kept last is not the project; empty where nothing is to be said. */
  Optional<Message> unkept() {
    return keeping.refused();
  }

  // --- looking at the twins

  private void look() {
    boolean news = !status.get().equals(runner.status());
    if (playing()) {
      keeping.forget();
    }
    status.set(runner.status());
    for (Sight snapshot = runner.take(); snapshot != null; snapshot = runner.take()) {
      if (snapshot.number() == starts) {
        step = snapshot.step();
        for (int lane = 0; lane < lanes.size(); lane++) {
          lanes.get(lane).add(snapshot.lanes().get(lane));
        }
        news = true;
      }
    }
    news |= keeping.look();
    if (news) {
      frame.set(frame.get() + 1);
    }
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    runner.close();
  }
}
