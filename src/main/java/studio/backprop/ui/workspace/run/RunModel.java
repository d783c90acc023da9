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
 * The training of the open project. Once a frame it looks at what the trainer has left in the mailbox and the history. Views redraw when
 * {@link #frameProperty} ticks, which is in every fourth frame at most: an eye follows fifteen pictures a second, and frames in between, in
 * which nothing is redrawn, cost the training nothing. What moves smoothly follows the pulse itself. Longer than other classes, as it is
 * the one place where all that belongs to a run is found.
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
            // place 237 of other data says nothing here
            document.openingsProperty().subscribe((before, now) -> observation.opened(
                document.project().assignment().acts() ? Example.LEARNED : Example.FIRST)),
            smoothing.subscribe((before, now) -> {
              recording.smooth(now);
              ticks.announce();
            }),
            control.speedProperty().subscribe((before, now) -> trainer.setSpeed(now.doubleValue())));
  }

  // --- what there is to see

  /** Ticks when there is something new to see, in every fourth frame at most. */
  public ReadOnlyLongProperty frameProperty() {
    return ticks.countProperty();
  }

  public ReadOnlyObjectProperty<Status> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Whether the network, its data and its settings are such that Play can be pressed. */
  public ObservableValue<Boolean> readyProperty() {
    return document.problemsProperty().map(List::isEmpty);
  }

  public boolean playing() {
    return status.get().state() == Status.State.PLAYING;
  }

  /** Whether {@link #frameProperty} has ticked in this frame. */
  public boolean ticked() {
    return ticks.ticked();
  }

  /** The run that is shown; another one after each reset or change, null while there is none. */
  public ReadOnlyObjectProperty<Run> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** The state of the network that is looked at, to be read during a frame only: the newest, or a past one. Empty before there is one. */
  public Optional<Snapshot> snapshot() {
    return past.snapshot().or(this::present);
  }

  /** The newest state of the network, to be read during a frame only. */
  public Optional<Snapshot> present() {
    return Optional.ofNullable(snapshot);
  }

  /** Which weights all views show, to be read during a frame only; step 0 before there are any. */
  public WeightsVersion shownWeights() {
    return new WeightsVersion(snapshot().map(Snapshot::weightsStep).orElse(0L), weights.countProperty().get());
  }

  /** Whether the weights that all views show are more than what the seed has drawn, to be read during a frame only. */
  public boolean showsTrained() {
    Run now = run.get();
    return now != null && now.isTrained(shownWeights().step());
  }

  /**
   * Whether what was computed by these weights is to be computed anew. While training runs, that may be ahead of what is shown.
   *
   * @param by null where nothing was computed yet
   */
  public boolean isBehind(WeightsVersion by) {
    WeightsVersion shown = shownWeights();
    return by == null || by.handEdits() != shown.handEdits() || (playing() ? by.step() < shown.step() : by.step() != shown.step());
  }

  /** The step that a person looks back at, if any. */
  public ReplayPosition past() {
    return past;
  }

  /** What a finished run has come to, and the way back to its best epoch. */
  public CompletionModel finish() {
    return finish;
  }

  /** What a generator makes, where one learns against a discriminator. */
  public GeneratorModel generator() {
    return generator;
  }

  /** The runs that grew from this one, and it from. */
  public Branches branches() {
    return branches;
  }

  /** Plays, pauses and steps. */
  public TrainingControl control() {
    return control;
  }

  /** Begins branches, and changes from one run of the tree to another. */
  public Branching branching() {
    return branching;
  }

  /** What a person does to begin another run. */
  public RestartActions restarts() {
    return restarts;
  }

  /** The weights that a person sets by hand. */
  public ManualWeights weights() {
    return weights;
  }

  /** What of the run comes from a file and goes into one. */
  public RunFiles files() {
    return files;
  }

  /** What snapshots show besides the parameters. */
  public InspectionModel observation() {
    return observation;
  }

  /** What a person attends to. */
  public FocusModel focus() {
    return focus;
  }

  /** How far the colours of pictures reach, wherever they stand. */
  public ColourReach reach() {
    return reach;
  }

  /** What the run has measured; another object after each reset or change. */
  public RunHistory history() {
    return recording.history();
  }

  /** The last few runs before this one, newest first, which may be removed. Opening another project lets go of them. */
  public ObservableList<RunHistory> earlier() {
    return recording.earlier();
  }

  /** How the curves of loss and accuracy are smoothed. */
  public ObjectProperty<Smoothing> smoothingProperty() {
    return smoothing;
  }

  /** The project as it is now, which may have other names and places than the one that the run began with. */
  public ReadOnlyObjectProperty<Project> projectProperty() {
    return document.projectProperty();
  }

  /** Counts the projects that were opened: nothing of the run before belongs to what is open now. */
  public ReadOnlyIntegerProperty openingsProperty() {
    return document.openingsProperty();
  }

  /** The completed epochs, with the validation scores, up to the step that is looked at. */
  public List<EpochRecord> epochsSeen() {
    return history().epochsUpTo(past.stepProperty().get().orElse(Long.MAX_VALUE));
  }

  /**
   * ‖∂L/∂w‖ of a learned parameter or ‖∂L/∂output‖ of a node in the last few steps up to the one that is looked at, one value a step, or
   * for several steps of a long run that are past.
   *
   * @param norm its number in {@link RunHistory#gradientNorm}
   * @param to room for {@link RecentValues#COUNT}
   * @return how many there are
   */
  public int recentGradientNorms(int norm, float[] to) {
    Optional<Long> at = past.stepProperty().get();
    return at.isPresent() ? history().gradientNorm(norm).copyTo(at.get(), to) : history().latestGradientNorms(norm).copyTo(to);
  }

  /** Training examples a second, over about the last second; 0 while nothing runs. */
  public double samplesPerSecond() {
    return playing() ? samples.perSecond() : 0;
  }

  /** Counts the runs of this window and of its twins. */
  public RunCount count() {
    return count;
  }

  /** The trainer itself, for questions between two steps. */
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

  // --- looking at the trainer

  private void look() {
    left.look();
    boolean turn = status.get() != trainer.status() || run.get() != trainer.run();
    status.set(trainer.status());
    if (playing() || run.get() != trainer.run()) {
      finish.forget();
    }
    if (!playing()) {
      samples.clear(); // the time of a rest counts for no speed
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
        past.leave(); // there is something newer to see
      }
      current.mailbox().giveBack(snapshot);
    }
    snapshot = next;
    samples.at(System.nanoTime(), next.step() * (double) current.rows() / current.batchesPerEpoch());
    ticks.announce();
  }

  /** The last steps before a pause may be seen only after somebody has gone to the past: training does not go on by them. */
  private boolean goesOn(Snapshot before, Snapshot next) {
    boolean sameStep = before.step() == next.step();
    return sameStep ? !before.cursor().equals(next.cursor()) : next.step() < before.step() || next.step() > past.stood();
  }
}
