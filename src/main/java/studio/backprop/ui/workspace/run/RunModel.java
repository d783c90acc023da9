package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import studio.backprop.observe.Example;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Smoothing;
import studio.backprop.ui.workspace.document.DocumentModel;

/**
 * Run of the open project. Polls the trainer's mailbox and history once a frame; views redraw when {@link #frameProperty} ticks, at most
 * every fourth frame: 15 fps suffice, and frames without redraws cost training nothing. Smooth motion follows the pulse itself. Longer than
 * other classes, as the single entry point to everything about a run.
 */
public final class RunModel implements AutoCloseable {
  private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(this, "status");
  private final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>(this, "run");
  private final ObjectProperty<Smoothing> smoothing;
  private final RunCount count = new RunCount();
  private final Recording recording = new Recording(count);
  private final SuspendedRuns left = new SuspendedRuns();
  private final FrameTicks ticks = new FrameTicks();
  private final Rate samples = new Rate();
  private final FocusModel focus = new FocusModel();
  private final ColourReach reach = new ColourReach(this);
  private final TrainingControl control;
  private final InspectionModel observation;
  private final ReplayPosition past;
  private final Branches branches;
  private final Branching branching;
  private final RestartActions restarts;
  private final ManualWeights weights;
  private final RunFiles files;
  private final CompletionModel finish;
  private final GeneratorModel generator;

  private final DocumentModel document;
  private final Trainer trainer;
  private final TrainerSync following;
  private final Subscription subscriptions;
  private Snapshot snapshot;

  public RunModel(DocumentModel document, Trainer trainer, Pulse pulse) {
    this.document = document;
    this.trainer = trainer;
    this.following = new TrainerSync(document, trainer, left);
    this.past = new ReplayPosition(this, trainer, ticks::announce);
    this.observation = new InspectionModel(runProperty(), trainer, past);
    this.control = new TrainingControl(this, document, trainer);
    this.branches = new Branches(this, left);
    this.branching = new Branching(document, following, trainer, past, branches);
    this.restarts = new RestartActions(document, trainer, following, recording);
    this.weights = new ManualWeights(this, document, trainer, following);
    this.files = new RunFiles(following, recording);
    this.finish = new CompletionModel(this, trainer);
    this.generator = new GeneratorModel(this, pulse, ticks::announce);
    this.smoothing = new SimpleObjectProperty<>(this, "smoothing", recording.smoothing());
    status.set(trainer.status());
    trainer.giveWayWhile(pulse::isLate);
    subscriptions =
        Subscription.combine(
            pulse.subscribe(this::look),
            document.projectProperty().subscribe(following::edited),
            document.marksProperty().subscribe((before, now) -> following.edited(document.project())),
            // an example index means nothing in other data
            document.openingsProperty().subscribe((before, now) -> observation.opened(
                document.project().assignment().acts() ? Example.LEARNED : Example.FIRST)),
            smoothing.subscribe((before, now) -> {
              recording.smooth(now);
              ticks.announce();
            }),
            control.speedProperty().subscribe((before, now) -> trainer.setSpeed(now.doubleValue())));
  }

  // --- state

  /** Ticks when there is something new, at most every fourth frame. */
  public ReadOnlyLongProperty frameProperty() {
    return ticks.countProperty();
  }

  public ReadOnlyObjectProperty<Status> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Whether network, data and settings can be trained. */
  public ObservableValue<Boolean> readyProperty() {
    return document.problemsProperty().map(List::isEmpty);
  }

  public boolean playing() {
    return status.get().state() == Status.State.PLAYING;
  }

  /** Whether {@link #frameProperty} ticked in this frame. */
  public boolean ticked() {
    return ticks.ticked();
  }

  /** Current run; another one after each reset or change, null if there is none. */
  public ReadOnlyObjectProperty<Run> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** Displayed state, the newest or a past one. Read during a frame only. */
  public Optional<Snapshot> snapshot() {
    return past.snapshot().or(this::present);
  }

  /** The newest state. Read during a frame only. */
  public Optional<Snapshot> present() {
    return Optional.ofNullable(snapshot);
  }

  /** Displayed weights; step 0 before there are any. Read during a frame only. */
  public WeightsVersion shownWeights() {
    return new WeightsVersion(snapshot().map(Snapshot::weightsStep).orElse(0L), weights.countProperty().get());
  }

  /** Whether the displayed weights differ from the initial ones. Read during a frame only. */
  public boolean showsTrained() {
    Run now = run.get();
    return now != null && now.isTrained(shownWeights().step());
  }

  /** Whether a result computed with these weights (null for none) is outdated. */
  public boolean isBehind(WeightsVersion by) {
    WeightsVersion shown = shownWeights();
    return by == null || by.handEdits() != shown.handEdits() || (playing() ? by.step() < shown.step() : by.step() != shown.step());
  }

  /** The displayed past step, if any. */
  public ReplayPosition past() {
    return past;
  }

  /** Summary of a finished run, and the restoring of its best epoch. */
  public CompletionModel finish() {
    return finish;
  }

  public GeneratorModel generator() {
    return generator;
  }

  public Branches branches() {
    return branches;
  }

  /** Play, pause and step. */
  public TrainingControl control() {
    return control;
  }

  /** Switching between branches. */
  public Branching branching() {
    return branching;
  }

  /** Actions that start another run. */
  public RestartActions restarts() {
    return restarts;
  }

  /** Manually set weights. */
  public ManualWeights weights() {
    return weights;
  }

  public RunFiles files() {
    return files;
  }

  /** Inspection settings of snapshots. */
  public InspectionModel observation() {
    return observation;
  }

  /** The focus shared by all views. */
  public FocusModel focus() {
    return focus;
  }

  public ColourReach reach() {
    return reach;
  }

  /** Metrics of the run; another object after each reset or change. */
  public RunHistory history() {
    return recording.history();
  }

  /** The last few runs, newest first; may be removed. Cleared on opening a project. */
  public ObservableList<RunHistory> earlier() {
    return recording.earlier();
  }

  /** Smoothing of the curves of loss and accuracy. */
  public ObjectProperty<Smoothing> smoothingProperty() {
    return smoothing;
  }

  /** Current project, whose names and positions may differ from those at the run's start. */
  public ReadOnlyObjectProperty<Project> projectProperty() {
    return document.projectProperty();
  }

  /** Number of projects opened: nothing of an earlier run belongs to the current one. */
  public ReadOnlyIntegerProperty openingsProperty() {
    return document.openingsProperty();
  }

  /** Completed epochs with validation scores, up to the displayed step. */
  public List<EpochRecord> epochsSeen() {
    return history().epochsUpTo(past.stepProperty().get().orElse(Long.MAX_VALUE));
  }

  /**
   * Recent gradient norms up to the displayed step, one value a step (or several steps of a long past run).
   *
   * @param norm as in {@link RunHistory#gradientNorm}
   * @param to room for {@link RecentValues#COUNT}
   * @return their number
   */
  public int recentGradientNorms(int norm, float[] to) {
    Optional<Long> at = past.stepProperty().get();
    return at.isPresent() ? history().gradientNorm(norm).copyTo(at.get(), to) : history().latestGradientNorms(norm).copyTo(to);
  }

  /** Training examples a second over about the last second; 0 at rest. */
  public double samplesPerSecond() {
    return playing() ? samples.perSecond() : 0;
  }

  /** Counter of the runs of this window and its twins. */
  public RunCount count() {
    return count;
  }

  public Trainer trainer() {
    return trainer;
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    past.drop();
    branches.comparison().close();
    generator.close();
    trainer.close();
  }


  private void look() {
    left.look();
    boolean turn = status.get() != trainer.status() || run.get() != trainer.run();
    status.set(trainer.status());
    if (playing() || run.get() != trainer.run()) {
      finish.forget();
    }
    if (!playing()) {
      samples.clear(); // a rest does not count for the rate
    }
    if (run.get() != trainer.run()) {
      begin(trainer.run());
    }
    left.settle(branches.all());
    if (run.get() != null) {
      lookAtRun(run.get());
    }
    branching.look();
    ticks.frame(past.look() || turn);
    branches.comparison().look();
  }

  private void begin(Run begun) {
    if (run.get() != null) {
      recording.look(run.get()); // its steps since the last frame
      left.measured(run.get(), recording.history(), branches.tree());
    }
    snapshot = null;
    past.drop();
    Optional<SuspendedRuns.Left> back = left.returned(begun);
    back.ifPresent(returned -> returned.begun(begun, recording.history(), smoothing.get()));
    recording.begin(begun, branches.courseOf(begun).or(() -> back.flatMap(SuspendedRuns.Left::history)));
    branching.begun(begun, recording.history(), back.map(SuspendedRuns.Left::tree));
    if (begun != null) {
      following.begun();
      observation.begin(begun.data());
    }
    samples.clear();
    focus.leave();
    run.set(begun);
  }

  private void lookAtRun(Run current) {
    recording.look(current);
    Snapshot next = current.mailbox().take();
    if (next == null) {
      return;
    }
    if (snapshot != null) {
      if (past.present() && goesOn(snapshot, next)) {
        past.leave(); // there is something newer
      }
      current.mailbox().giveBack(snapshot);
    }
    snapshot = next;
    samples.at(System.nanoTime(), next.step() * (double) current.rows() / current.batchesPerEpoch());
    ticks.announce();
  }

  /** The last steps before a pause may arrive only after the past was entered: training does not go on by them. */
  private boolean goesOn(Snapshot before, Snapshot next) {
    boolean sameStep = before.step() == next.step();
    return sameStep ? !before.cursor().equals(next.cursor()) : next.step() < before.step() || next.step() > past.stood();
  }
}
