package studio.backprop.ui.judge.evaluate.fold;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.backprop.data.DataProblem;
import studio.backprop.evaluate.fold.FoldJob;
import studio.backprop.evaluate.fold.FoldRunner;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Faults;
import studio.backprop.ui.kit.Pulse;

/** Trains one experiment at a time in the background. JavaFX thread only, listeners included. */
final class FoldsWorker {
  private final Pulse pulse;
  private final Training training;
  /** Stop flag of the running experiment; a new one for each. */
  private AtomicBoolean stop = new AtomicBoolean();
  private FoldExperiment running;
  private boolean busy;

  /** @param processors shared by parallel trainings */
  FoldsWorker(Pulse pulse, int processors) {
    this(pulse, (jobs, side, stop, listener) -> new FoldRunner(side, Math.max(side, processors)).run(jobs, stop, listener));
  }

  FoldsWorker(Pulse pulse, Training training) {
    this.pulse = pulse;
    this.training = training;
  }

  /** Whether a training is running or about to start. */
  boolean busy() {
    return busy;
  }

  /** The running experiment; empty while its rows are being divided. */
  Optional<FoldExperiment> running() {
    return Optional.ofNullable(running);
  }

  /**
   * Divides the rows and trains.
   *
   * @param make divides the rows, which takes time
   * @param atOnce number of parallel trainings
   * @param begun notified once rows are divided
   * @param ended receives whether it was cancelled, or why it failed
   */
  void start(Supplier<FoldExperiment> make, int atOnce, Consumer<FoldExperiment> begun, Ending ended) {
    busy = true;
    stop = new AtomicBoolean();
    AtomicBoolean mine = stop;
    aside("cross-validation", () -> {
      Message problem = work(make, atOnce, begun, mine);
      pulse.soon(() -> {
        if (mine == stop) {
          busy = false;
          running = null;
          ended.ended(mine.get(), Optional.ofNullable(problem));
        }
      });
    });
  }

  /** On a daemon thread. */
  private static void aside(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Trains jobs, some at a time, and waits for the end. */
  @FunctionalInterface
  interface Training {
    void run(List<FoldJob> jobs, int atOnce, BooleanSupplier stop, FoldRunner.Listener listener) throws InterruptedException;
  }

  /** Listens to the end of the training. */
  @FunctionalInterface
  interface Ending {
    void ended(boolean cancelled, Optional<Message> problem);
  }

  private Message work(Supplier<FoldExperiment> make, int atOnce, Consumer<FoldExperiment> begun, AtomicBoolean mine) {
    try {
      FoldExperiment experiment = make.get();
      pulse.soon(() -> {
        if (mine == stop) {
          running = experiment;
          begun.accept(experiment);
        }
      });
      train(experiment, atOnce, mine);
    } catch (DataProblem e) {
      return e.sentence();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) { // else it would stay in progress forever
      return Message.of("folds.problem.failed", Faults.reason(e));
    }
    return null;
  }

  private void train(FoldExperiment experiment, int atOnce, AtomicBoolean mine) throws DataProblem, InterruptedException {
    List<FoldJob> jobs = experiment.jobs();
    FoldRunner.checkMemory(jobs.get(0));
    training.run(jobs, Math.min(atOnce, jobs.size()), mine::get, experiment);
  }

  /** Computes something in the background. */
  <A> void aside(Supplier<A> what, Consumer<A> heard) {
    aside("cross-validation-columns", () -> {
      try {
        A found = what.get();
        pulse.soon(() -> heard.accept(found));
      } catch (RuntimeException | Error e) {
        Faults.reason(e); // there is less to choose among
      }
    });
  }

  /** Cancels the training; finished folds are kept. */
  void cancel() {
    stop.set(true);
  }

  /** Cancels without notifying listeners. */
  void drop() {
    stop.set(true);
    stop = new AtomicBoolean();
    busy = false;
    running = null;
  }
}
