package studio.backprop.ui.run;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import studio.backprop.network.Edit;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.store.Saved;
import studio.backprop.store.StepRows;
import studio.backprop.text.Message;
import studio.backprop.train.Progressed;
import studio.backprop.train.doctor.Remedy;
import studio.backprop.train.observe.Example;
import studio.backprop.train.observe.Snapshot;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.record.RunRecord;
import studio.backprop.train.run.Run;
import studio.backprop.train.run.Start;
import studio.backprop.train.run.Status;
import studio.backprop.train.run.Trainer;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Smoothing;

/**
 * The training of the open project. Once a frame it looks at what the trainer has left in the mailbox and the history. Views redraw when
 * {@link #frameProperty} ticks, which is in every fourth frame at most: an eye follows fifteen pictures a second, and frames in between, in
 * which nothing is redrawn, cost the training nothing. What moves smoothly follows the pulse itself.
 */
public final class RunModel implements AutoCloseable {
  private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(this, "status");
  private final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>(this, "run");
  private final ReadOnlyObjectWrapper<Example> example = new ReadOnlyObjectWrapper<>(this, "example", Example.FIRST);
  private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", Double.POSITIVE_INFINITY);
  private final ObjectProperty<Smoothing> smoothing;
  private final RunCount count = new RunCount();
  private final Recording recording = new Recording(count);
  private final LeftRuns left = new LeftRuns();
  private final FrameTicks ticks = new FrameTicks();
  private final Rate samples = new Rate();
  private final FocusModel focus = new FocusModel();
  private final ColourReach reach = new ColourReach(this);
  /** The views that want to see what the last step has changed. */
  private final Set<Object> comparing = new HashSet<>();
  private final Past past;
  private final Branches branches;
  private final Adoption adoption;
  private final Finish finish;
  private KeptRuns tried = new KeptRuns.Untouched();

  private final DocumentModel document;
  private final Trainer trainer;
  private final Following following;
  private final Subscription subscriptions;
  private Snapshot snapshot;

  public RunModel(DocumentModel document, Trainer trainer, Pulse pulse) {
    this.document = document;
    this.trainer = trainer;
    this.following = new Following(document, trainer, left);
    this.past = new Past(this, trainer, ticks::announce);
    this.branches = new Branches(document, following, trainer, this, left);
    this.adoption = new Adoption(document, following, trainer, recording);
    this.finish = new Finish(this, trainer);
    this.smoothing = new SimpleObjectProperty<>(this, "smoothing", recording.smoothing());
    status.set(trainer.status());
    subscriptions =
        Subscription.combine(
            pulse.subscribe(this::look),
            document.projectProperty().subscribe(following::edited),
            document.marksProperty().subscribe((before, now) -> following.edited(document.project())),
            smoothing.subscribe((before, now) -> {
              recording.smooth(now);
              ticks.announce();
            }),
            speed.subscribe((before, now) -> trainer.setSpeed(now.doubleValue())));
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

  /** The step that a person looks back at, if any. */
  public Past past() {
    return past;
  }

  /** What a finished run has come to, and the way back to its best epoch. */
  public Finish finish() {
    return finish;
  }

  /** The runs that grew from this one, and it from. */
  public Branches branches() {
    return branches;
  }

  /** The example whose way through the network is shown. */
  public ReadOnlyObjectProperty<Example> exampleProperty() {
    return example.getReadOnlyProperty();
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

  /** The loss of each step's batch. */
  public Curve loss() {
    return history().loss();
  }

  /** The accuracy of each step's batch, or its mean absolute error for a regression. */
  public Curve measure() {
    return history().measure();
  }

  /** Completed epochs, with the validation scores. */
  public List<EpochRecord> epochs() {
    return history().epochs();
  }

  /** Those that were complete at the step that is looked at. */
  public List<EpochRecord> epochsSeen() {
    return history().epochsUpTo(past.stepProperty().get().orElse(Long.MAX_VALUE));
  }

  /** The epoch after which training ends: that of the project, or a later one where a person went on after the end. */
  public int lastEpoch() {
    int planned = run.get() == null || !document.ready() ? document.project().training().epochs() : run.get().lastEpoch();
    return Math.max(planned, epochs().size());
  }

  /** ‖∂L/∂w‖ of each learned parameter, in the order of {@link Run#learned}; after them ‖∂L/∂output‖ of {@link Run#reached}. */
  public Curve gradientNorm(int norm) {
    return history().gradientNorm(norm);
  }

  /**
   * The same for the last few steps up to the one that is looked at, one value a step, or for several steps of a long run that are past.
   *
   * @param to room for {@link Latest#COUNT}
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

  /** Steps a second while playing; infinity for as fast as it goes. */
  public DoubleProperty speedProperty() {
    return speed;
  }

  // --- what can be done

  public void togglePlay() {
    if (playing()) {
      trainer.pause();
    } else {
      if (finished()) {
        trainer.setLastEpoch(laterEnd(document.project().training().epochs())); // as many epochs as were planned
      }
      trainer.play();
    }
  }

  /** Whether no epoch is left, also where undo took epochs back in the middle of a step. */
  private boolean finished() {
    return trainer.status().state() == Status.State.FINISHED || epochs().size() >= lastEpoch();
  }

  /** The end of a finished run that is to go on; one that was stopped early may have epochs left, but needs a new end as well. */
  private int laterEnd(int more) {
    return Math.max(epochs().size() + more, lastEpoch() + (epochs().size() < lastEpoch() ? 1 : 0));
  }

  /** A finished run gets the epoch that a step needs. To go on is no edit: the project keeps the epochs that were planned. */
  private void makeRoom() {
    if (finished()) {
      trainer.setLastEpoch(laterEnd(1));
    }
  }

  /** Trains to the end of an epoch, then pauses; training that would end before goes on to there. */
  public void playTo(int epoch) {
    if (epoch > lastEpoch() || finished() && epoch > epochs().size()) {
      trainer.setLastEpoch(Math.max(epoch, laterEnd(1)));
    }
    trainer.playTo(epoch);
  }

  public void pause() {
    trainer.pause();
  }

  /** Does one op of a training step: one more number on its way. */
  public void stepOp() {
    makeRoom();
    trainer.advanceOp();
  }

  /** Does what one layer does, forward or backward. */
  public void stepLayer() {
    makeRoom();
    trainer.advanceLayer();
  }

  /** Goes to where so many ops of the step under way, or else the next, have run, from 1. */
  public void goToOp(int number) {
    makeRoom();
    trainer.goToOp(number);
  }

  /** Goes back to the step that was kept after a fault. */
  public void forgive() {
    trainer.forgive();
  }

  /** Changes the project as a remedy says, and trains: on from here, or from the beginning. One edit takes it back. */
  public void attempt(Remedy remedy) {
    forgive();
    remedy.edit().ifPresent(edit -> {
      document.apply(edit);
      if (remedy.afresh()) {
        following.start();
      }
      play();
    });
  }

  /** Another project takes the place of this one with what it has learned elsewhere. One edit takes it back, weights and all. */
  public void adopt(Edit<Project> edit, Saved learned) {
    adoption.adopt(edit, learned);
  }

  /** Trains on. */
  public void play() {
    trainer.play();
  }

  public void stepBatch() {
    makeRoom();
    trainer.playSteps(1);
  }

  public void stepEpoch() {
    makeRoom();
    trainer.playEpoch();
  }

  /**
   * Back to the weights that the project begins with: those that it was opened with, where they were set, or those that the seed draws.
   * Undo gives back what was learned.
   */
  public void reset() {
    if (history().isEmpty()) {
      following.start();
    } else {
      following.startAnew();
    }
  }

  /** Other weights to start from: the next seed, which can be undone. */
  public void newWeights() {
    long seed = document.project().training().seed() + 1;
    document.apply(
        new Edit<>(Message.of("edit.seed", seed), p -> p.withTraining(t -> t.withSeed(seed))));
  }

  /** Shows the way of this example through the network from now on, or of the nearest one that the data have. */
  public void chooseExample(Example wanted) {
    example.set(run.get() == null ? wanted : wanted.within(run.get().data()));
    trainer.chooseExample(example.get());
    past.choose(example.get());
  }

  /** Shows the one so many places further in the same part. */
  public void chooseExample(int further) {
    if (run.get() != null) {
      chooseExample(example.get().further(further, run.get().data()));
    }
  }

  /** Looks into a node: snapshots show its inside from now on. Empty for none. */
  public void lookInto(OptionalInt node) {
    trainer.lookInto(node);
    past.lookInto(node.orElse(-1));
  }

  /** Says whether somebody wants to see what the last step has changed: snapshots show it while anybody does. */
  public void compare(Object who, boolean wants) {
    boolean before = !comparing.isEmpty();
    boolean changed = wants ? comparing.add(who) : comparing.remove(who);
    if (changed && before == comparing.isEmpty()) {
      trainer.compare(wants);
      past.compare(wants);
    }
  }

  public void cancelLoading() {
    trainer.cancelLoading();
  }

  /**
   * Opens another project: with saved weights it goes on where it was, otherwise it starts.
   *
   * @param change makes the document open it
   */
  public void open(Runnable change, Optional<Parameters> weights, Optional<Progressed> progressed) {
    tried.opened(List.of());
    recording.open();
    following.open(change, weights, progressed);
  }

  /** The same for what a file holds, with the curves so far. */
  public void open(Runnable change, Saved saved) {
    OptionalInt goesOn = tried.opened(saved.runs());
    recording.open();
    recording.recall(saved.progressed().isPresent() ? saved.steps() : StepRows.NONE, goesOn);
    following.open(change, saved);
  }

  /** What a file is to hold, once the trainer has copied its weights between two steps; for a thread in the background. */
  public interface ToSave {
    Saved get() throws InterruptedException, ExecutionException;
  }

  /** What a file is to hold now: the project, what the network has learned, the curves, and what was tried. */
  public ToSave toSave() {
    ToSave project = following.toSave(history().log().frozen());
    List<RunRecord> tries = tried.kept();
    return () -> project.get().with(tries);
  }

  /** @param keeper remembers the tries of the open project from now on */
  public void keepTriesIn(KeptRuns keeper) {
    tried = keeper;
  }

  /** The weights with which the open project begins, and its twins with it. */
  public Start start() {
    return following.beginning();
  }

  /** Counts the runs of this window and of its twins. */
  public RunCount count() {
    return count;
  }

  double secondsOfTwins() {
    return tried.secondsOfTwins();
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
    branches.look();
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
    Optional<LeftRuns.Left> back = left.returned(begun);
    recording.begin(begun, branches.courseOf(begun).or(() -> back.flatMap(LeftRuns.Left::history)));
    branches.begun(begun, recording.history(), back.map(LeftRuns.Left::tree));
    if (begun != null) {
      following.begun();
      example.set(example.get().within(begun.data()));
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
