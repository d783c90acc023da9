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
 * The training thread. It alone uses the session, in its {@link TrainingLoop}; other threads queue requests, which are executed between two
 * steps, and read its {@link Status} and {@link Run}.
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

  /** Pauses steps while this is true, as while a view opens that the user waits for. */
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

  /** Starts a new run from the weights that the project's seed draws. */
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
   * Branches off: a run that continues from a step of another with this project's settings. What no longer fits is initialized anew.
   *
   * @param left checkpoint log of the other run
   */
  public void branch(Project project, Checkpoint at, CheckpointLog left) {
    order(() -> loop.branch(project, at, left));
  }

  /**
   * Resumes a run that was left for a branch.
   *
   * @param end its last checkpoint
   * @param checkpointLog of the run, which is continued
   * @param travel repeats the last step of the checkpoint log, so that its loss and gradients can be read
   */
  public void takeUp(Project project, Checkpoint end, CheckpointLog checkpointLog, Consumer<Session> travel) {
    order(() -> loop.takeUp(project, end, checkpointLog, new HistogramLog(), travel));
  }

  /** Copy of the run, before it is changed. Empty without one, or if the copy would take too much memory. */
  public CompletableFuture<Optional<SuspendedRun>> stand() {
    return answer(loop::stand);
  }

  /**
   * Restores a run that a change has ended; it plays on only if it played then and another plays now. Without a copy, the project is only
   * {@link #change changed}.
   *
   * @param left result of {@link #stand} before that change
   * @param travel repeats the last step of the checkpoint log, so that its loss and gradients can be read
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
   * Continues with a changed project: weights that still fit are kept, and it plays on if it was playing. A change that is undone before
   * the next step restores all weights.
   */
  public void change(Project project) {
    order(() -> loop.change(project));
  }

  /** The project cannot be trained: the run rests. */
  public void suspend() {
    order(loop::suspend);
  }

  /** Another project that cannot be trained: the run is discarded; weights that fit are kept. */
  public void drop() {
    order(loop::drop);
  }

  /** The project can be trained again and computes the same: its run continues. */
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

  /** Runs one op of a step, and rests. */
  public void advanceOp() {
    order(() -> loop.advance(Session::advance));
  }

  /** Runs one node in one direction, and rests. */
  public void advanceLayer() {
    order(() -> loop.advance(Session::advanceLayer));
  }

  /** Runs the rest of a turn, where several learners take turns in a step. */
  public void advanceTurn() {
    order(() -> loop.advance(Session::advanceTurn));
  }

  /** Goes to the op with this number in the step under way, forward or back, and rests. */
  public void goToOp(int number) {
    order(() -> loop.advance(session -> session.goToOp(number)));
  }

  public void forgive() {
    order(loop::forgive);
  }

  /** @param goesOn whether the same gesture set the last rate, such as the drag of a slider */
  public void setRate(double rate, boolean goesOn) {
    order(() -> loop.setRate(rate, goesOn));
  }

  /** Changes the assignment during training. @param goesOn whether by the same gesture as last time */
  public void setAssignment(Assignment live, boolean goesOn) {
    order(() -> loop.setAssignment(live, goesOn));
  }

  /**
   * Applies an impulse in the agent's first environment, also while it plays. It is recorded in the checkpoint log.
   *
   * @param impulse in N s, at most {@link Perturbation#MOST} to either side
   * @return false within a step, after the last, and where nothing can be pushed
   */
  public CompletableFuture<Boolean> push(double impulse) {
    return answer(() -> loop.push(impulse));
  }

  /** Changes the last epoch; a finished run can go on. */
  public void setLastEpoch(int epochs) {
    order(() -> loop.setLastEpoch(epochs));
  }

  /** @param stepsPerSecond infinity for full speed */
  public void setSpeed(double stepsPerSecond) {
    order(() -> loop.setSpeed(stepsPerSecond));
  }

  /** Chooses the example of every later snapshot, at once also while it rests. */
  public void chooseExample(Example chosen) {
    order(() -> loop.show(settings -> settings.choose(chosen)));
  }

  /** Chooses the node whose trace every later snapshot has, at once also while training rests. Empty for none. */
  public void lookInto(OptionalInt node) {
    order(() -> loop.show(settings -> settings.lookInto(node.orElse(-1))));
  }

  /** Whether every later snapshot also has the values before the last step, at once also while training rests. */
  public void compare(boolean wanted) {
    order(() -> loop.show(settings -> settings.compare(wanted)));
  }

  /**
   * Replaces the final weights of a finished training; it can go on from them.
   *
   * @param of the run that they belong to
   * @param end step at which it had finished
   * @param learned steps that these weights have learned
   * @return the weights before; empty where another run trains by now, or this one has gone on
   */
  public CompletableFuture<Optional<float[][]>> replaceWeights(Run of, long end, float[][] weights, long learned) {
    return answer(() -> loop.replaceWeights(of, end, weights, learned));
  }

  /**
   * Sets one number of a parameter between two steps, also while it plays. The optimizer's state is kept. It is recorded in the checkpoint
   * log.
   *
   * @param edit id: all values of one drag belong to one
   * @param index in the parameter: of a weight matrix, its row times the units plus the unit
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
   * edit. Redo sets the number again, or restores the run that undo has left.
   *
   * @param again whether it is redo
   * @param kept the run of that document, where it was left
   * @param travel repeats the last step of a checkpoint log, so that its loss and gradients can be read
   */
  public UndoEffect turn(Project project, long edit, boolean again, Optional<CompletableFuture<Optional<SuspendedRun>>> kept,
      BiConsumer<Session, CheckpointLog> travel) {
    UndoEffect turned = UndoEffect.open();
    order(() -> handEdits.turn(project, edit, again, turned, kept.flatMap(Trainer::known), travel));
    return turned;
  }

  private static Optional<SuspendedRun> known(CompletableFuture<Optional<SuspendedRun>> run) {
    return run.isCompletedExceptionally() ? Optional.empty() : run.join(); // asked for before
  }

  /** Cancels loading. */
  public void cancelLoading() {
    loop.cancelLoading();
  }

  /**
   * Evaluates a function of the session between two steps, such as its weights for a file. Empty without a session. An exception fails this
   * future alone: training goes on.
   */
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
