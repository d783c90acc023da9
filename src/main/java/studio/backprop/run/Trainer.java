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
 * The thread that trains. It alone touches the session, in its {@link TrainingLoop}; others send it orders, which it carries out between
 * two steps, and look at its {@link Status} and {@link Run}.
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

  /** Takes no step while this is so, as while a view opens that somebody waits for: no training time is lost that a person would miss. */
  public void giveWayWhile(BooleanSupplier late) {
    loop.giveWayWhile(late);
  }

  /** Lets somebody follow the runs on this thread; empty for nobody. */
  public void watch(Optional<RunWatcher> watcher) {
    order(() -> loop.watch(watcher));
  }

  /** What it is doing. */
  public Status status() {
    return loop.status();
  }

  /** The newest run, or null before the first. */
  public Run run() {
    return loop.run();
  }

  /** Starts afresh with this project: from the weights that its seed gives. */
  public void start(Project project) {
    start(project, InitialWeights.DRAWN);
  }

  /** Starts afresh with this project. @param from its first weights */
  public void start(Project project, InitialWeights from) {
    order(() -> loop.start(project, from));
  }

  /** Goes on with a saved run. */
  public void resume(Project project, Parameters saved, Optional<TrainingProgress> progressed) {
    order(() -> loop.resume(project, saved, progressed));
  }

  /**
   * Begins a branch: a run that goes on from a step of another in the way of this project. What no longer fits begins anew.
   *
   * @param left the checkpoint log of the run that it leaves
   */
  public void branch(Project project, Checkpoint at, CheckpointLog left) {
    order(() -> loop.branch(project, at, left));
  }

  /**
   * Takes up a run that was left for a branch, where it stood.
   *
   * @param end where that was
   * @param checkpointLog of the run, which goes on
   * @param travel takes the last step of the checkpoint log anew, so that its loss and gradients can be seen
   */
  public void takeUp(Project project, Checkpoint end, CheckpointLog checkpointLog, Consumer<Session> travel) {
    order(() -> loop.takeUp(project, end, checkpointLog, new HistogramLog(), travel));
  }

  /** A copy of the run as it stands, before it is changed. Empty if there is none, or if the copy would take too much memory. */
  public CompletableFuture<Optional<SuspendedRun>> stand() {
    return answer(loop::stand);
  }

  /**
   * Goes back to a run that a change has ended, as it stood; it plays on only where it played then and another plays now. Where there is no
   * copy of it, the project is only {@link #change changed}.
   *
   * @param left the answer of {@link #stand} before that change
   * @param travel takes the last step of the checkpoint log anew, so that its loss and gradients can be seen
   * @return whether that run is there again, as soon as this is known
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
   * Goes on with a changed project: weights that still fit are kept, and it plays on if it was playing. A change that is taken back before
   * the next step finds all weights again.
   */
  public void change(Project project) {
    order(() -> loop.change(project));
  }

  /** The project cannot be trained: the run rests until it can be again. */
  public void suspend() {
    order(loop::suspend);
  }

  /** The project is about something else and cannot be trained: nothing of the run is left to look at; weights that fit are kept. */
  public void drop() {
    order(loop::drop);
  }

  /** The project can be trained again and computes what it did: its run goes on where it was. */
  public void wake(Project project) {
    order(() -> loop.wake(project));
  }

  /** Keeps weights for a project that cannot be trained yet; {@link #change} takes over those that fit. */
  public void hold(Parameters saved) {
    order(() -> loop.hold(saved));
  }

  /** Lets go of everything that was learned. */
  public void forget() {
    order(loop::forget);
  }

  public void play() {
    order(loop::play);
  }

  /** Takes so many steps, then pauses. */
  public void playSteps(long steps) {
    order(() -> loop.playSteps(steps));
  }

  /** Goes on until an episode of an agent ends, then pauses. */
  public void playEpisode() {
    order(loop::playEpisode);
  }

  /** Goes on to the end of the epoch, then pauses. */
  public void playEpoch() {
    order(loop::playEpoch);
  }

  /** Goes on to the end of this epoch, counted from 1, then pauses. */
  public void playTo(int epoch) {
    order(() -> loop.playToEpoch(epoch));
  }

  public void pause() {
    order(loop::rest);
  }

  /** Does one op of a step, and rests. */
  public void advanceOp() {
    order(() -> loop.advance(Session::advance));
  }

  /** Does what one node does in one direction, and rests. */
  public void advanceLayer() {
    order(() -> loop.advance(Session::advanceLayer));
  }

  /** Does what is left of a turn, where several learners take turns in a step. */
  public void advanceTurn() {
    order(() -> loop.advance(Session::advanceTurn));
  }

  /** Goes to where so many ops of the step under way have run, forward or back, and rests. */
  public void goToOp(int number) {
    order(() -> loop.advance(session -> session.goToOp(number)));
  }

  /** Goes back to the step that was kept after a fault. */
  public void forgive() {
    order(loop::forgive);
  }

  /** @param goesOn whether the gesture goes on that set the rate last, such as the drag of a slider */
  public void setRate(double rate, boolean goesOn) {
    order(() -> loop.setRate(rate, goesOn));
  }

  /**
   * Changes what can change of the kind of training while it goes on, such as who learns.
   *
   * @param goesOn whether the gesture goes on that set it last
   */
  public void setAssignment(Assignment live, boolean goesOn) {
    order(() -> loop.setAssignment(live, goesOn));
  }

  /**
   * A person pushes what moves in the first of an agent's worlds, also while it plays. The checkpoint log has it, so that the steps after
   * it can be seen again.
   *
   * @param impulse in N s, at most {@link Perturbation#MOST} to either side
   * @return whether something was pushed: not within a step, not after the last, and not where nothing can be pushed
   */
  public CompletableFuture<Boolean> push(double impulse) {
    return answer(() -> loop.push(impulse));
  }

  /** Changes after which epoch training ends; a run that had finished can go on. */
  public void setLastEpoch(int epochs) {
    order(() -> loop.setLastEpoch(epochs));
  }

  /** @param stepsPerSecond infinity for as fast as it goes */
  public void setSpeed(double stepsPerSecond) {
    order(() -> loop.setSpeed(stepsPerSecond));
  }

  /** Chooses the example whose way through the network every snapshot shows, at once also while it rests. */
  public void chooseExample(Example chosen) {
    order(() -> loop.show(settings -> settings.choose(chosen)));
  }

  /** Looks into a node: every snapshot shows its numbers from now on, at once also while training rests. Empty for none. */
  public void lookInto(OptionalInt node) {
    order(() -> loop.show(settings -> settings.lookInto(node.orElse(-1))));
  }

  /**
   * Compares with the step before: every snapshot also shows what the last step has changed from now on, at once also while training rests.
   */
  public void compare(boolean wanted) {
    order(() -> loop.show(settings -> settings.compare(wanted)));
  }

  /**
   * Puts other weights in the place of those that a finished training has come to; it can go on from them.
   *
   * @param of the run that they are of
   * @param end the step at which it had finished
   * @param learned how many steps these weights have learned
   * @return the weights before; empty where another run trains by now, or this one has gone on
   */
  public CompletableFuture<Optional<float[][]>> replaceWeights(Run of, long end, float[][] weights, long learned) {
    return answer(() -> loop.replaceWeights(of, end, weights, learned));
  }

  /**
   * A person sets one number of a parameter between two steps, also while it plays. The optimizer keeps what it remembers. The checkpoint
   * log has it, so that the step can be seen again.
   *
   * @param edit by which several are told apart: all values of one drag belong to one
   * @param parameter its name, such as weight
   * @param index of the number in it: of a weight matrix, its row times the units plus the unit
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
   * Undo or redo of an edit of weights has come to another document. Undo before the next step gives the number back what it was, later it
   * brings back the run as it stood before the edit. Redo sets the number again, or brings back the run that undo has left.
   *
   * @param again whether it is redo
   * @param kept the run of that document, where it was left
   * @param travel takes the last step of a checkpoint log anew, so that its loss and gradients can be seen
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

  /** Stops loading data that take too long. */
  public void cancelLoading() {
    loop.cancelLoading();
  }

  /**
   * Lets the trainer read something of the session between two steps, such as its weights for a file. Empty if there is none. A question
   * that fails, as for want of memory, fails alone: training goes on.
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
