package studio.backprop.run;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.Kernels;
import studio.backprop.observe.HistogramLog;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Assignment;
import studio.backprop.project.Project;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.MemoryLimit;
import studio.backprop.train.Session;
import studio.backprop.train.TrainingProgress;
import studio.backprop.train.record.DamagedState;

/** Loop of the training thread of a {@link Trainer}: begins runs, takes their steps, and executes requests between two steps. */
final class TrainingLoop {
  private final Kernels kernels;
  private final Loading loading = new Loading(this::publish);
  private final PlaybackRate pace = new PlaybackRate();
  private final InspectionSettings shown = new InspectionSettings();
  private final LearnedWeights learned = new LearnedWeights();

  private volatile Status status = Status.IDLE;
  private volatile Run run;
  /** Trainable run; null if none, even while one is displayed. */
  private LiveRun live;
  private Optional<RunWatcher> watcher = Optional.empty();

  TrainingLoop(Kernels kernels) {
    this.kernels = kernels;
  }

  /** Thread-safe. */
  Status status() {
    return status;
  }

  /** The newest run, or null before the first. Thread-safe. */
  Run run() {
    return run;
  }

  /** Cancels loading. Thread-safe. */
  void cancelLoading() {
    loading.cancel();
  }

  /** Pauses steps while another task needs the processor. Thread-safe. */
  void giveWayWhile(BooleanSupplier late) {
    pace.giveWayWhile(late);
  }

  /** Executes requests and takes steps between them, until it is closed. */
  void work(BlockingQueue<Runnable> orders, BooleanSupplier closed) {
    pace.work(orders, closed, this::step, this::fail);
  }

  private void publish(Status next) {
    status = next;
  }

  // --- beginning a run

  void start(Project project, InitialWeights from) {
    learned.forget();
    from.byHand(project).ifPresent(learned::hold); // keeps manually set weights on edits before the first step
    begin(project, () -> from.parameters(project), Optional.empty());
  }

  void resume(Project project, Parameters saved, Optional<TrainingProgress> progressed) {
    learned.hold(saved);
    begin(project, () -> saved, progressed);
  }

  void branch(Project project, Checkpoint at, CheckpointLog left) {
    learned.forget();
    place(RunBeginning.branch(project, at, left));
  }

  void takeUp(Project project, Checkpoint end, CheckpointLog checkpointLog, HistogramLog histogramLog, Consumer<Session> travel) {
    learned.forget();
    place(RunBeginning.takenUp(project, end, checkpointLog, histogramLog, travel));
  }

  /** @return whether that run is there again */
  boolean comeBack(Project project, Optional<SuspendedRun> stood, BiConsumer<Session, CheckpointLog> travel) {
    boolean playsOn = pace.playing() && stood.filter(SuspendedRun::playing).isPresent();
    if (stood.isEmpty()) {
      change(project);
    } else {
      takeUp(project, stood.get().at(), stood.get().checkpointLog(), stood.get().histogramLog(),
          fresh -> travel.accept(fresh, stood.get().checkpointLog()));
      if (playsOn) {
        play();
      }
    }
    return stood.isPresent() && live != null;
  }

  void change(Project project) {
    boolean wasPlaying = pace.playing();
    holdLearned();
    begin(project, () -> learned.parameters(project), Optional.empty());
    if (wasPlaying) {
      play();
    }
  }

  private void holdLearned() {
    if (live != null && (live.session().steps() > 0 || live.run().checkpointLog().touched())) {
      learned.hold(live.session().parameters());
    }
  }

  void drop() {
    holdLearned();
    pace.stop();
    live = null;
    run = null;
    publish(Status.IDLE);
  }

  void suspend() {
    pace.stop();
    publish(Status.IDLE);
  }

  void wake(Project project) {
    if (live == null) {
      begin(project, () -> learned.parameters(project), Optional.empty());
    } else {
      rest();
    }
  }

  void hold(Parameters saved) {
    learned.hold(saved);
  }

  void forget() {
    drop();
    learned.forget();
  }

  private void begin(Project project, Supplier<Parameters> parameters, Optional<TrainingProgress> progressed) {
    place(RunBeginning.of(project, parameters, progressed, learned));
  }

  private void place(RunBeginning beginning) {
    Project project = beginning.project();
    pace.stop();
    try {
      PreparedData data = loading.load(project);
      MemoryLimit.check(project, data, kernels, Purpose.TRAIN);
      Session session = new Session(project, data, kernels, beginning.parameters().get());
      live = null; // frees memory for the new run
      session.setRate(project.training().rate());
      Run begun = beginning.placed().apply(session);
      begun.endAt(session.lastEpoch());
      shown.applyTo(begun);
      live = new LiveRun(session, begun);
      run = begun;
      publish(live.ended());
      tellWatcher();
    } catch (DataProblem problem) {
      stop(problem.sentence());
    } catch (DamagedState damaged) {
      stop(damaged.sentence());
    } catch (CancellationException e) {
      stop(Message.of("trainer.cancelled"));
    } catch (OutOfMemoryError e) {
      stop(Message.of("trainer.no_memory"));
    }
  }

  /** Keeps the trained weights for the next run. */
  private void fail(Message reason) {
    holdLearned();
    stop(reason);
  }

  private void stop(Message reason) {
    live = null;
    run = null; // of another project
    publish(Status.failed(reason));
  }

  /** Sets the watcher of the runs; empty for none. */
  void watch(Optional<RunWatcher> by) {
    watcher = by;
    tellWatcher();
  }

  void tellWatcher() {
    watcher.ifPresent(by -> ifLive(it -> by.rested(it.session())));
  }

  // --- taking its steps

  void play() {
    playTo(Long.MAX_VALUE);
  }

  void playSteps(long steps) {
    ifLive(it -> playTo(it.session().steps() + steps));
  }

  void playEpoch() {
    ifLive(it -> playToEpoch(it.session().epoch() + 1));
  }

  void playToEpoch(int epoch) {
    ifLive(it -> {
      Session session = it.session();
      playTo(session.steps() + (long) (epoch - session.epoch()) * session.batchesPerEpoch() - session.batch());
    });
  }

  void playEpisode() {
    ifLive(it -> {
      playTo(Long.MAX_VALUE);
      pace.untilEpisode(it.session().regime().episodes() + 1);
    });
  }

  private void playTo(long steps) {
    if (live != null && !live.session().finished()) {
      pace.play(steps);
      publish(Status.of(Status.State.PLAYING));
    }
  }

  private void step() {
    boolean stop = live.step() && watcher.isPresent() && watcher.get().stepped(live.session());
    if (stop || live.session().finished() || pace.reached(live.session().steps())
        || pace.ended(live.session().regime().episodes())) {
      rest();
    }
  }

  /** Performs a part of a step, and pauses. @param part returns whether the step is done */
  void advance(Predicate<Session> part) {
    ifLive(it -> {
      long before = it.session().steps();
      it.advance(part);
      if (it.session().steps() > before) {
        watcher.ifPresent(by -> by.stepped(it.session()));
      }
    });
    rest();
  }

  void rest() {
    pace.stop();
    ifLive(it -> {
      it.rest();
      publish(it.resting());
      tellWatcher();
    });
  }

  void setSpeed(double stepsPerSecond) {
    pace.setSpeed(stepsPerSecond);
  }

  Optional<LiveRun> live() {
    return Optional.ofNullable(live);
  }

  boolean playing() {
    return pace.playing();
  }

  private void ifLive(Consumer<LiveRun> action) {
    if (live != null) {
      action.accept(live);
    }
  }

  // --- asking and changing it

  <T> Optional<T> ask(Function<Session, T> question) {
    return Optional.ofNullable(live).map(LiveRun::session).map(question);
  }

  /** Empty without a run, or without memory for a copy. */
  Optional<SuspendedRun> stand() {
    return ask(session -> SuspendedRun.of(run, session, pace.playing()));
  }

  void forgive() {
    ifLive(LiveRun::forgive);
    rest();
  }

  void setRate(double rate, boolean goesOn) {
    ifLive(it -> it.setRate(rate, goesOn));
  }

  void setAssignment(Assignment assignment, boolean goesOn) {
    ifLive(it -> it.setAssignment(assignment, goesOn));
  }

  boolean push(double impulse) {
    return live != null && live.push(impulse);
  }

  void setLastEpoch(int epochs) {
    ifLive(it -> it.setLastEpoch(epochs));
    if (status.state() == Status.State.FINISHED && !live.session().finished()) {
      rest();
    }
  }

  /** Changes the contents of snapshots, also while paused. */
  void show(Consumer<InspectionSettings> change) {
    change.accept(shown);
    ifLive(it -> shown.applyTo(it.run()));
  }

  /** @return previous weights; empty if the run was replaced or continued */
  Optional<float[][]> replaceWeights(Run of, long end, float[][] weights, long learned) {
    return Optional.ofNullable(live).filter(it -> it.run() == of).map(it -> it.replaceWeights(end, weights, learned));
  }
}
