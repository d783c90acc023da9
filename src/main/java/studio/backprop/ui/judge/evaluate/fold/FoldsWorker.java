package studio.backprop.ui.judge.evaluate.fold;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.backprop.data.DataProblem;
import studio.backprop.evaluate.fold.FoldJob;
import studio.backprop.evaluate.fold.FoldRunner;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Faults;
import studio.backprop.ui.kit.Pulse;

/** Trains one experiment at a time beside the screen. All methods are called on the screen's thread, and what hears of it is, too. */
final class FoldsWorker {
  private final Pulse pulse;
  private final int processors;
  /** Tells the experiment that trains to stop; another one for each. */
  private AtomicBoolean stop = new AtomicBoolean();
  private FoldExperiment running;
  private boolean busy;

  FoldsWorker(Pulse pulse, int processors) {
    this.pulse = pulse;
    this.processors = processors;
  }

  /** Whether something trains, or is about to. */
  boolean busy() {
    return busy;
  }

  /** What trains just now; empty while its rows are still divided. */
  Optional<FoldExperiment> running() {
    return Optional.ofNullable(running);
  }

  /**
   * Trains, once rows are divided.
   *
   * @param make divides the rows, which takes time
   * @param atOnce how many trainings at the same time
   * @param begun hears when rows are divided
   * @param ended hears whether it was cancelled, or why it failed
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

  /** It keeps no program alive. */
  private static void aside(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Hears that nothing trains any more. */
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
    } catch (RuntimeException | Error e) { // else it would train forever
      return Message.of("folds.problem.failed", Faults.reason(e));
    }
    return null;
  }

  private void train(FoldExperiment experiment, int atOnce, AtomicBoolean mine) throws DataProblem, InterruptedException {
    List<FoldJob> jobs = experiment.jobs();
    FoldRunner.checkMemory(jobs.get(0));
    int side = Math.min(atOnce, jobs.size());
    new FoldRunner(side, Math.max(side, processors)).run(jobs, mine::get, experiment);
  }

  /** Computes something else that would keep the screen waiting. */
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

  /** Ends what trains; what is done by then is kept. */
  void cancel() {
    stop.set(true);
  }

  /** Ends what trains, and nobody hears of it. */
  void drop() {
    stop.set(true);
    stop = new AtomicBoolean();
    busy = false;
    running = null;
  }
}
