package studio.backprop.train.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;
import studio.backprop.text.Message;
import studio.backprop.train.BranchPoint;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.MemoryLimit;
import studio.backprop.train.Progressed;
import studio.backprop.train.Runs;
import studio.backprop.train.Session;
import studio.backprop.train.observe.Example;
import studio.backprop.train.observe.HistogramLog;
import studio.backprop.train.time.CheckpointLog;

/**
 * The thread that trains. It alone touches the session; others send it orders, which it carries out between two steps, and look at its
 * {@link Status} and {@link Run}.
 */
public final class Trainer implements AutoCloseable {
  private final Kernels kernels;
  private final LinkedBlockingQueue<Runnable> orders = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::work, "trainer");
  private final Loading loading = new Loading(this::publish);
  private final Pace pace = new Pace();

  private volatile Status status = Status.IDLE;
  private volatile Run run;
  private Session session;
  /** What was learned before the last change, or is held for the next; null where nothing was. */
  private Parameters learned;
  private Example example = Example.FIRST;
  private int lookedInto = -1;
  private boolean compares;
  private boolean closed;

  public Trainer(Kernels kernels) {
    this.kernels = kernels;
    thread.setDaemon(true);
    thread.start();
  }

  /** What it is doing. */
  public Status status() {
    return status;
  }

  /** The newest run, or null before the first. */
  public Run run() {
    return run;
  }

  /** Starts afresh with this project: from the weights that its seed gives. */
  public void start(Project project) {
    start(project, Start.DRAWN);
  }

  /** Starts afresh with this project. @param from its first weights */
  public void start(Project project, Start from) {
    order(() -> {
      learned = null;
      begin(project, () -> from.parameters(project), null);
      learned = from.byHand(project).orElse(null); // an edit before the first step does not draw anew what was set by hand
    });
  }

  /** Goes on with a saved run. */
  public void resume(Project project, Parameters saved, Optional<Progressed> progressed) {
    order(() -> {
      learned = saved;
      begin(project, () -> saved, progressed.orElse(null));
    });
  }

  /**
   * Begins a branch: a run that goes on from a step of another in the way of this project. What no longer fits begins anew.
   *
   * @param left the tape of the run that it leaves
   */
  public void branch(Project project, Checkpoint at, CheckpointLog left) {
    order(() -> {
      learned = null;
      BranchPoint from = left.departure(at);
      place(project, () -> from.renewed(project), fresh -> {
        fresh.branch(from);
        return new Run(fresh, fresh.parameters().newSince(from.learned()));
      });
    });
  }

  /**
   * Takes up a run that was left for a branch, where it stood.
   *
   * @param end where that was
   * @param checkpointLog of the run, which goes on
   * @param travel takes the last step of the tape anew, so that its loss and gradients can be seen
   */
  public void takeUp(Project project, Checkpoint end, CheckpointLog checkpointLog, Consumer<Session> travel) {
    order(() -> takeUp(project, end, checkpointLog, new HistogramLog(), travel));
  }

  private void takeUp(Project project, Checkpoint end, CheckpointLog checkpointLog, HistogramLog histogramLog, Consumer<Session> travel) {
    learned = null;
    place(project, checkpointLog::parameters, fresh -> {
      travel.accept(fresh);
      fresh.turn(end);
      return new Run(fresh, checkpointLog, histogramLog);
    });
  }

  /** A copy of the run as it stands, before it is changed. Empty if there is none, or if the copy would take too much memory. */
  public CompletableFuture<Optional<LeftRun>> stand() {
    return ask(session -> LeftRun.of(run, session, pace.playing()));
  }

  /**
   * Goes back to a run that a change has ended, as it stood; it plays on only where it played then and another plays now. Where there is no
   * copy of it, the project is only {@link #change changed}.
   *
   * @param left the answer of {@link #stand} before that change
   * @param travel takes the last step of the tape anew, so that its loss and gradients can be seen
   * @return whether that run is there again, as soon as this is known
   */
  public CompletableFuture<Boolean> comeBack(Project project, CompletableFuture<Optional<LeftRun>> left,
      BiConsumer<Session, CheckpointLog> travel) {
    CompletableFuture<Boolean> back = new CompletableFuture<>();
    order(() -> {
      Optional<LeftRun> stood = left.isCompletedExceptionally() ? Optional.empty() : left.join(); // asked for before this order
      boolean playsOn = pace.playing() && stood.filter(LeftRun::playing).isPresent();
      if (stood.isEmpty()) {
        changeTo(project);
      } else {
        takeUp(project, stood.get().at(), stood.get().checkpointLog(), stood.get().histogramLog(),
            fresh -> travel.accept(fresh, stood.get().checkpointLog()));
        if (playsOn) {
          play(Long.MAX_VALUE);
        }
      }
      back.complete(stood.isPresent() && session != null);
    });
    return back;
  }

  /**
   * Goes on with a changed project: weights that still fit are kept, and it plays on if it was playing. A change that is taken back before
   * the next step finds all weights again.
   */
  public void change(Project project) {
    order(() -> changeTo(project));
  }

  private void changeTo(Project project) {
    boolean wasPlaying = pace.playing();
    if (session != null && session.steps() > 0) {
      learned = session.parameters();
    }
    begin(project, () -> keptParameters(project), null);
    if (wasPlaying && session != null) {
      play(Long.MAX_VALUE);
    }
  }

  private Parameters keptParameters(Project project) {
    if (learned == null) {
      return Session.initialParameters(project);
    }
    Seeds seeds = new Seeds(project.training().seed());
    return Parameters.renewed(project.network(), project.network().analyse(), seeds, learned);
  }

  /** The project cannot be trained: drops the run, but keeps the weights for when it can be again. */
  public void suspend() {
    order(
        () -> {
          pace.stop();
          publish(Status.IDLE);
        });
  }

  /** The project can be trained again and computes what it did: its run goes on where it was. */
  public void wake(Project project) {
    order(
        () -> {
          if (session == null) {
            begin(project, () -> keptParameters(project), null);
          } else {
            rest();
          }
        });
  }

  /** Keeps weights for a project that cannot be trained yet; {@link #change} takes over those that fit. */
  public void hold(Parameters saved) {
    order(() -> learned = saved);
  }

  /** Lets go of everything that was learned. */
  public void forget() {
    order(
        () -> {
          pace.stop();
          session = null;
          learned = null;
          run = null;
          publish(Status.IDLE);
        });
  }

  public void play() {
    order(() -> play(Long.MAX_VALUE));
  }

  /** Takes so many steps, then pauses. */
  public void playSteps(long steps) {
    order(() -> play(session == null ? 0 : session.steps() + steps));
  }

  /** Goes on to the end of the epoch, then pauses. */
  public void playEpoch() {
    order(() -> ifSession(s -> play(endOf(s.epoch() + 1))));
  }

  /** Goes on to the end of this epoch, counted from 1, then pauses. */
  public void playTo(int epoch) {
    order(() -> ifSession(s -> play(endOf(epoch))));
  }

  /** The steps taken in all when an epoch is done. */
  private long endOf(int epoch) {
    return session.steps() + (long) (epoch - session.epoch()) * session.batchesPerEpoch() - session.batch();
  }

  public void pause() {
    order(this::rest);
  }

  /** Does one op of a step, and rests. */
  public void advanceOp() {
    order(() -> ifSession(s -> advance(s::advance)));
  }

  /** Does what one node does in one direction, and rests. */
  public void advanceLayer() {
    order(() -> ifSession(s -> advance(s::advanceLayer)));
  }

  /** Goes to where so many ops of the step under way have run, forward or back, and rests. */
  public void goToOp(int number) {
    order(() -> ifSession(s -> advance(() -> s.goToOp(number))));
  }

  private void advance(BooleanSupplier part) {
    if (part.getAsBoolean()) {
      run.record(session);
    }
    rest();
  }

  /** Goes back to the step that was kept after a fault. */
  public void forgive() {
    order(() -> {
      ifSession(s -> {
        s.forgive();
        run.checkpointLog().turn(s);
      });
      rest();
    });
  }

  /** @param goesOn whether the gesture goes on that set the rate last, such as the drag of a slider */
  public void setRate(double rate, boolean goesOn) {
    order(() -> ifSession(s -> {
      if (s.rate() != rate) {
        s.setRate(rate);
        run.checkpointLog().order(s, goesOn);
      }
    }));
  }

  /** Changes after which epoch training ends; a run that had finished can go on. */
  public void setLastEpoch(int epochs) {
    order(
        () -> {
          ifSession(s -> {
            if (s.lastEpoch() != epochs) {
              s.setLastEpoch(epochs);
              run.checkpointLog().order(s, false);
              run.endAt(epochs);
            }
          });
          if (status.state() == Status.State.FINISHED && !session.finished()) {
            rest();
          }
        });
  }

  /** @param stepsPerSecond infinity for as fast as it goes */
  public void setSpeed(double stepsPerSecond) {
    order(() -> pace.setSpeed(stepsPerSecond));
  }

  /** Chooses the example whose way through the network every snapshot shows, at once also while it rests. */
  public void chooseExample(Example chosen) {
    order(
        () -> {
          example = chosen;
          if (session != null) {
            run.choose(chosen);
            run.show();
          }
        });
  }

  /** Looks into a node: every snapshot shows its numbers from now on, at once also while training rests. Empty for none. */
  public void lookInto(OptionalInt node) {
    order(
        () -> {
          lookedInto = node.orElse(-1);
          if (session != null) {
            run.lookInto(lookedInto);
            run.show();
          }
        });
  }

  /**
   * Compares with the step before: every snapshot also shows what the last step has changed from now on, at once also while training rests.
   */
  public void compare(boolean wanted) {
    order(
        () -> {
          compares = wanted;
          if (session != null) {
            run.compare(wanted);
            run.show();
          }
        });
  }

  /**
   * Puts other weights in the place of those that a finished training has come to; it can go on from them.
   *
   * @param of the run that they are of
   * @param end the step at which it had finished
   * @return the weights before; empty where another run trains by now, or this one has gone on
   */
  public CompletableFuture<Optional<float[][]>> replaceWeights(Run of, long end, float[][] weights) {
    return ask(s -> {
      if (run != of || s.steps() != end || !s.finished() || s.cursor().isPresent()) {
        return null;
      }
      float[][] before = s.parameters().room();
      s.parameters().copyTo(before);
      s.replace(weights);
      run.checkpointLog().turn(s);
      run.remember(s, true);
      run.show();
      return before;
    });
  }

  /** Stops loading data that take too long. */
  public void cancelLoading() {
    loading.cancel();
  }

  /**
   * Lets the trainer read something of the session between two steps, such as its weights for a file. Empty if there is none. A question
   * that fails, as for want of memory, fails alone: training goes on.
   */
  public <T> CompletableFuture<Optional<T>> ask(Function<Session, T> question) {
    CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
    order(() -> {
      try {
        answer.complete(Optional.ofNullable(session).map(question));
      } catch (RuntimeException | OutOfMemoryError e) {
        answer.completeExceptionally(e);
      }
    });
    return answer;
  }

  @Override
  public void close() {
    loading.cancel();
    order(() -> closed = true);
  }

  private void order(Runnable order) {
    orders.add(order);
  }

  private void ifSession(Consumer<Session> action) {
    if (session != null) {
      action.accept(session);
    }
  }

  private void work() {
    pace.work(orders, () -> closed, this::advance);
  }

  private void advance() {
    if (session.step()) {
      run.record(session);
      if (run.mailbox().isEmpty() && run.due()) {
        run.remember(session, false);
        run.show();
      }
    }
    if (session.finished() || pace.reached(session.steps())) {
      rest();
    }
  }

  private void play(long until) {
    if (session != null && !session.finished()) {
      pace.play(until);
      publish(Status.of(Status.State.PLAYING));
    }
  }

  private void rest() {
    pace.stop();
    if (session == null) {
      return;
    }
    if (Runs.settle(session)) {
      run.checkpointLog().turn(session);
    }
    run.remember(session, true);
    run.show();
    publish(
        session.fault().isPresent()
            ? Status.of(session.fault().get())
            : Status.of(session.finished() ? Status.State.FINISHED : Status.State.PAUSED));
  }

  /** @param parameters made only once it is known that there is room for them */
  private void begin(Project project, Supplier<Parameters> parameters, Progressed progressed) {
    place(project, parameters, fresh -> {
      if (progressed != null) {
        fresh.resume(progressed);
      }
      return new Run(fresh, learned == null ? List.of() : fresh.parameters().newSince(learned));
    });
  }

  /** @param placed brings the new session to where it is to begin, and makes its run */
  private void place(Project project, Supplier<Parameters> parameters, Function<Session, Run> placed) {
    pace.stop();
    try {
      PreparedData data = loading.load(project);
      MemoryLimit.check(project, data, kernels, Purpose.TRAIN);
      session = new Session(project, data, kernels, parameters.get());
      session.setRate(project.training().rate());
      Run begun = placed.apply(session);
      begun.endAt(session.lastEpoch());
      begun.choose(example);
      begun.lookInto(lookedInto);
      begun.compare(compares);
      begun.show();
      run = begun;
      publish(Status.of(session.finished() ? Status.State.FINISHED : Status.State.PAUSED));
    } catch (DataProblem problem) {
      stop(problem.sentence());
    } catch (CancellationException e) {
      stop(Message.of("trainer.cancelled"));
    } catch (OutOfMemoryError e) {
      stop(Message.of("trainer.no_memory"));
    }
  }

  private void stop(Message reason) {
    session = null;
    publish(Status.failed(reason));
  }

  private void publish(Status next) {
    status = next;
  }
}
