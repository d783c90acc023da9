package studio.backprop.run;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import studio.backprop.kernel.Kernels;
import studio.backprop.observe.Example;
import studio.backprop.observe.HistogramLog;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Assignment;
import studio.backprop.project.Project;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.run.time.Perturbation;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.Session;
import studio.backprop.train.TrainingProgress;

/**
 * Training thread. It alone uses the session, in its {@link TrainingLoop}; other threads queue requests, executed between two steps, and
 * read {@link Status} and {@link Run}.
 */
public final class Trainer implements AutoCloseable {
  private final LinkedBlockingQueue<Runnable> orders = new LinkedBlockingQueue<>();
  private final TrainingLoop loop;
  private final ManualWeightEdits handEdits;
  private boolean closed;

  public Trainer(Kernels kernels) {
    loop = new TrainingLoop(kernels);
    handEdits = new ManualWeightEdits(loop);
    Thread thread = new Thread(() -> loop.work(orders, () -> closed), "trainer");
    thread.setDaemon(true);
    thread.start();
  }

  /** Pauses steps while this is true. */
  public void giveWayWhile(BooleanSupplier late) {
    loop.giveWayWhile(late);
  }

  /** Sets the watcher of the runs, called on this thread; empty for none. */
  public void watch(Optional<RunWatcher> watcher) {
    order(() -> loop.watch(watcher));
  }

  public Status status() {
    return loop.status();
  }

  /** The newest run, or null before the first. */
  public Run run() {
    return loop.run();
  }

  /** Starts a new run with weights drawn from the project's seed. */
  public void start(Project project) {
    start(project, InitialWeights.DRAWN);
  }

  public void start(Project project, InitialWeights from) {
    order(() -> loop.start(project, from));
  }

  /** Resumes a saved run. */
  public void resume(Project project, Parameters saved, Optional<TrainingProgress> progressed) {
    order(() -> loop.resume(project, saved, progressed));
  }

  /**
   * Branches off: a run that continues from a step of another with this project's settings. Parameters that do not fit are initialized
   * anew.
   *
   * @param left checkpoint log of the other run
   */
  public void branch(Project project, Checkpoint at, CheckpointLog left) {
    order(() -> loop.branch(project, at, left));
  }

  /**
   * Resumes a run that was suspended for a branch.
   *
   * @param end its last checkpoint
   * @param checkpointLog of the run
   * @param travel repeats the last step of the checkpoint log, so that its loss and gradients can be read
   */
  public void takeUp(Project project, Checkpoint end, CheckpointLog checkpointLog, Consumer<Session> travel) {
    order(() -> loop.takeUp(project, end, checkpointLog, new HistogramLog(), travel));
  }

  /** Copy of the run. Empty without one, or if it would take too much memory. */
  public CompletableFuture<Optional<SuspendedRun>> stand() {
    return answer(loop::stand);
  }

  /**
   * Restores a run after a change is undone; continues playing if both runs played. Without a copy, the project is only {@link #change
   * changed}.
   *
   * @param left result of {@link #stand} before that change
   * @param travel repeats the last step of the checkpoint log, for its loss and gradients
   * @return whether that run was restored
   */
  public CompletableFuture<Boolean> comeBack(Project project, CompletableFuture<Optional<SuspendedRun>> left,
      BiConsumer<Session, CheckpointLog> travel) {
    CompletableFuture<Boolean> back = new CompletableFuture<>();
    order(() -> {
      back.complete(loop.comeBack(project, known(left), travel));
    });
    return back;
  }

  /**
   * Continues with a changed project: keeps weights that fit, and continues playing. Undone before the next step, all weights are restored.
   */
  public void change(Project project) {
    order(() -> loop.change(project));
  }

  /** Pauses the run, as the project cannot be trained. */
  public void suspend() {
    order(loop::suspend);
  }

  /** Discards the run for another project that cannot be trained; keeps weights that fit. */
  public void drop() {
    order(loop::drop);
  }

  /** Continues a suspended run of an equivalent project. */
  public void wake(Project project) {
    order(() -> loop.wake(project));
  }

  /** Keeps weights for a project that cannot be trained yet; {@link #change} takes over those that fit. */
  public void hold(Parameters saved) {
    order(() -> loop.hold(saved));
  }

  public void forget() {
    order(loop::forget);
  }

  public void play() {
    order(loop::play);
  }

  /** Takes a number of steps, then pauses. */
  public void playSteps(long steps) {
    order(() -> loop.playSteps(steps));
  }

  /** Plays until an episode of an agent ends, then pauses. */
  public void playEpisode() {
    order(loop::playEpisode);
  }

  /** Plays to the end of the epoch, then pauses. */
  public void playEpoch() {
    order(loop::playEpoch);
  }

  /** Plays to the end of this epoch, from 1, then pauses. */
  public void playTo(int epoch) {
    order(() -> loop.playToEpoch(epoch));
  }

  public void pause() {
    order(loop::rest);
  }

  /** Runs one op of a step, and pauses. */
  public void advanceOp() {
    order(() -> loop.advance(Session::advance));
  }

  /** Runs one node in one direction, and pauses. */
  public void advanceLayer() {
    order(() -> loop.advance(Session::advanceLayer));
  }

  /** Runs the rest of a learner's turn, and pauses. */
  public void advanceTurn() {
    order(() -> loop.advance(Session::advanceTurn));
  }

  /** Seeks an op of the step under way, and pauses. */
  public void goToOp(int number) {
    order(() -> loop.advance(session -> session.goToOp(number)));
  }

  public void forgive() {
    order(loop::forgive);
  }

  /** @param goesOn whether it continues the last gesture, such as the drag of a slider */
  public void setRate(double rate, boolean goesOn) {
    order(() -> loop.setRate(rate, goesOn));
  }

  /** @param goesOn whether it continues the last gesture */
  public void setAssignment(Assignment live, boolean goesOn) {
    order(() -> loop.setAssignment(live, goesOn));
  }

  /**
   * Applies an impulse in the agent's first environment, also while it plays. It is recorded in the checkpoint log.
   *
   * @param impulse in N s, at most {@link Perturbation#MOST} to either side
   * @return false within a step, after the last, and without a body to push
   */
  public CompletableFuture<Boolean> push(double impulse) {
    return answer(() -> loop.push(impulse));
  }

  /** Changes the last epoch; a finished run can continue. */
  public void setLastEpoch(int epochs) {
    order(() -> loop.setLastEpoch(epochs));
  }

  /** @param stepsPerSecond infinity for full speed */
  public void setSpeed(double stepsPerSecond) {
    order(() -> loop.setSpeed(stepsPerSecond));
  }

  /** Sets the example of snapshots, also while paused. */
  public void chooseExample(Example chosen) {
    order(() -> loop.show(settings -> settings.choose(chosen)));
  }

  /** Sets the traced node of snapshots, also while paused. Empty for none. */
  public void lookInto(OptionalInt node) {
    order(() -> loop.show(settings -> settings.lookInto(node.orElse(-1))));
  }

  /** Sets whether snapshots have values before the last step, also while paused. */
  public void compare(boolean wanted) {
    order(() -> loop.show(settings -> settings.compare(wanted)));
  }

  /**
   * Replaces the final weights of a finished training, which can continue from them.
   *
   * @param of their run
   * @param end step at which it had finished
   * @param learned step of these weights
   * @return previous weights; empty if the run was replaced or continued
   */
  public CompletableFuture<Optional<float[][]>> replaceWeights(Run of, long end, float[][] weights, long learned) {
    return answer(() -> loop.replaceWeights(of, end, weights, learned));
  }

  /**
   * Sets one number of a parameter between two steps, also while it plays. The optimizer's state is kept. It is recorded in the checkpoint
   * log.
   *
   * @param edit id of the edit: one per drag
   * @param index row-major in the parameter
   */
  public void setWeight(long edit, int node, String parameter, int index, float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("a weight must be a number, but was " + value);
    }
    order(() -> {
      handEdits.set(edit, node, parameter, index, value);
      loop.tellWatcher();
    });
  }

  /**
   * Undo or redo of an edit of weights in another document. Before the next step undo restores the number, later the run as of before the
   * edit. Redo sets the number again, or restores the run before undo.
   *
   * @param again whether it is redo
   * @param kept suspended run of that document, if any
   * @param travel repeats the last step of a checkpoint log, so that its loss and gradients can be read
   */
  public UndoEffect turn(Project project, long edit, boolean again, Optional<CompletableFuture<Optional<SuspendedRun>>> kept,
      BiConsumer<Session, CheckpointLog> travel) {
    UndoEffect turned = UndoEffect.open();
    order(() -> handEdits.turn(project, edit, again, turned, kept.flatMap(Trainer::known), travel));
    return turned;
  }

  private static Optional<SuspendedRun> known(CompletableFuture<Optional<SuspendedRun>> run) {
    return run.isCompletedExceptionally() ? Optional.empty() : run.join(); // already requested
  }

  /** Cancels loading. */
  public void cancelLoading() {
    loop.cancelLoading();
  }

  /** Evaluates a function of the session between two steps. Empty without a session. An exception fails this future only. */
  public <T> CompletableFuture<Optional<T>> ask(Function<Session, T> question) {
    return answer(() -> loop.ask(question));
  }

  private <T> CompletableFuture<T> answer(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    order(() -> {
      try {
        answer.complete(question.get());
      } catch (RuntimeException | Error e) {
        answer.completeExceptionally(e);
      }
    });
    return answer;
  }

  @Override
  public void close() {
    loop.cancelLoading();
    order(() -> closed = true);
  }

  private void order(Runnable order) {
    orders.add(order);
  }
}
