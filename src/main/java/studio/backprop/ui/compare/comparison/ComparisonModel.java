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

/** View model of a comparison: setup, progress and record of its variants. Polls the comparison thread once a frame. */
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
  private List<VariantHistory> histories = List.of();
  private long starts;
  private long step;

  /** @param runner comparison thread, closed with this */
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

  public ComparedVariants setup() {
    return setup;
  }

  /** State of the comparison thread. */
  public ReadOnlyObjectProperty<ComparisonRunner.Status> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Ticks when the view must be redrawn. */
  public ReadOnlyLongProperty frameProperty() {
    return frame.getReadOnlyProperty();
  }

  public List<VariantHistory> lanes() {
    return histories;
  }

  /** Id of this start. */
  public long start() {
    return starts;
  }

  /** The step that all variants have reached that have not ended. */
  public long step() {
    return step;
  }

  /** Epochs that the first variant has completed, and its total. */
  long epoch() {
    return step / Math.max(1, status.get().batchesPerEpoch());
  }

  long lastEpoch() {
    return status.get().last() / Math.max(1, status.get().batchesPerEpoch());
  }

  public boolean playing() {
    return status.get().state() == State.PLAYING;
  }

  /** Steps per second while playing; infinity for full speed. */
  public DoubleProperty speedProperty() {
    return speed;
  }

  /** The step under the pointer, shared by all curves; NaN for none. */
  DoubleProperty pointedProperty() {
    return pointed;
  }

  /** Whether the task is classification. */
  boolean classes() {
    return histories.stream().flatMap(variant -> variant.snapshot().stream()).findFirst()
        .map(snapshot -> snapshot.data().dataset().task() == Task.CLASSES).orElse(true);
  }

  boolean acts() {
    return setup.base().assignment().acts();
  }

  VariantRanking ranking() {
    return new VariantRanking(histories, acts(), setup.base().assignment() instanceof Adversarial);
  }

  /** The best variant so far, see {@link VariantRanking}; empty before the first epoch. */
  Optional<Integer> best() {
    return ranking().best();
  }

  /** Compares these variants of the open project, from step 0. */
  public void compare(List<Project> variants) {
    run.control().pause();
    if (run.runProperty().get() != null) {
      runner.know(run.runProperty().get().project(), run.runProperty().get().data());
    }
    setup.compare(document.project(), document.formOf(document.project()), variants);
  }

  public void runToEnd() {
    runner.play();
  }

  /** Whether the current variants have completed training. */
  public boolean ended() {
    return runner.status().number() == starts && runner.status().state() == State.FINISHED;
  }

  /** Status while paused, a new object for each pause; empty while training. */
  public Optional<ComparisonRunner.Status> rest() {
    ComparisonRunner.Status now = runner.status();
    return now.number() == starts && (now.state() == State.PAUSED || now.state() == State.FINISHED) ? Optional.of(now) : Optional.empty();
  }

  /** Why nothing can be run, if so. */
  public Optional<Message> refused() {
    return runner.status().number() == starts && runner.status().state() == State.NOTHING ? runner.status().reason() : Optional.empty();
  }

  /** Progress, from 0 to 1. */
  public double share() {
    return Math.min(1, step / Math.max(1.0, status.get().last()));
  }

  /** Called after each step, on the comparison thread. @param looks empty for none */
  public void watch(Optional<ComparisonRunner.Watcher> looks) {
    runner.watch(looks);
  }

  /** Evaluates a function of the comparison between two steps; empty if there is none. */
  public <T> CompletableFuture<Optional<T>> ask(Function<Comparison, T> question) {
    return runner.ask(question);
  }

  /** Whether outputs are computed: without, training is faster. */
  void showOutputs(boolean seen) {
    runner.showOutputs(seen);
  }

  /** Called when the page is opened: compares variants of the current project; the training run pauses. */
  void open() {
    run.control().pause();
    if (run.runProperty().get() != null) {
      runner.know(run.runProperty().get().project(), run.runProperty().get().data());
    }
    if (!setup.base().equals(document.project())) {
      setup.restore(document.project(), document.formOf(document.project()), run.files().twinsOf(document.project()).variants());
    }
  }

  /** Page shown first for the open project: the last one, or the search if it has planned one; else empty. */
  public String page() {
    String last = run.files().twinsPageProperty().get();
    return last.isEmpty() && run.files().searchProperty().get().isPresent() ? "search" : last;
  }

  void keepPage(String page) {
    run.files().keepTwinsPage(page);
  }

  /** The test surface and start stored for this project, in this session or its file. */
  public Optional<SurfaceStart> keptSurface() {
    return run.files().twinsOf(setup.base()).surface();
  }

  /** Variants stored per test surface, by its name. */
  public Map<String, List<TrainingSettings>> keptRaces() {
    return run.files().twinsOf(setup.base()).races();
  }

  /** Stores the test surface and its variants with the project. @param surface empty for the network's own */
  public void keepRaces(Optional<SurfaceStart> surface, Map<String, List<TrainingSettings>> races) {
    KeptTwins before = run.files().twinsOf(setup.base());
    KeptTwins now = before.with(surface).with(races);
    if (!now.equals(before)) {
      run.files().keepTwins(now, setup.base());
    }
  }

  /** Whether the loss landscape can be drawn: not of an agent, whose targets move, nor of a GAN, which has two losses. */
  public boolean networkHasMap() {
    return setup.base().equals(Project.EMPTY) || setup.base().assignment().hasTargets();
  }

  /** Whether variants were set, in this session or in the project's file. */
  public boolean haveBeenSetUp() {
    return !run.files().twinsOf(setup.base()).variants().isEmpty();
  }

  /** Compares these without the guard. @return restores those before, as long as the project is the same */
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

  /** Called when the page is closed: pauses the variants. */
  void leave() {
    pause();
    pointed.set(Double.NaN);
  }

  public void reset() {
    starts++;
    keeping.forget();
    step = 0;
    histories = setup.variants().stream().map(VariantHistory::new).toList();
    if (histories.isEmpty()) {
      runner.drop();
    } else {
      runner.start(setup.variants(), run.restarts().start(), starts);
    }
    frame.set(frame.get() + 1);
  }

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

  public void stepBatch() {
    runner.playSteps(1);
  }

  void stepEpoch() {
    runner.playEpoch();
  }

  /**
   * Makes a variant with its learned weights the project, as one edit.
   *
   * @return completes with whether it did
   */
  public CompletableFuture<Boolean> keep(int variant, String name) {
    pause();
    return keeping.keep(variant, name);
  }

  /** Why the last variant could not become the project; empty where it could. */
  Optional<Message> unkept() {
    return keeping.refused();
  }

  // --- polling

  private void look() {
    boolean news = !status.get().equals(runner.status());
    if (playing()) {
      keeping.forget();
    }
    status.set(runner.status());
    for (Sight snapshot = runner.take(); snapshot != null; snapshot = runner.take()) {
      if (snapshot.number() == starts) {
        step = snapshot.step();
        for (int variant = 0; variant < histories.size(); variant++) {
          histories.get(variant).add(snapshot.lanes().get(variant));
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
