package studio.backprop.evaluate.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import studio.backprop.data.Part;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.train.Fault;
import studio.backprop.train.Runs;
import studio.backprop.train.Session;
import studio.backprop.train.predict.Predictions;
import studio.backprop.train.predict.Replica;

/**
 * Trains the folds of a cross-validation, several at once, each with its part of the threads. However many run at once, the bits are the
 * same. May be told to stop from any thread; what is done by then is kept.
 */
public final class FoldRunner {
  /** Hears how far it is, on the threads that train. */
  public interface Listener {
    /** Tells nobody. */
    Listener NONE = new Listener() {};

    /** A training has completed an epoch. */
    default void epoch(FoldJob job, int epoch) {}

    /** A training is done. */
    default void done(FoldResult result) {}
  }

  private final int atOnce;
  private final int threads;

  /**
   * @param atOnce how many trainings run at the same time
   * @param threads of all of them together
   */
  public FoldRunner(int atOnce, int threads) {
    this.atOnce = atOnce;
    this.threads = Math.max(1, threads / atOnce);
  }

  /**
   * Trains one after the other or side by side, and waits for the end.
   *
   * @param stop asked before each step; if it says so, trainings that are not done are given up
   * @return the results of those that are done, in the order of the jobs
   */
  public List<FoldResult> run(List<FoldJob> jobs, BooleanSupplier stop, Listener listener) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(atOnce, work -> {
      Thread thread = new Thread(work, "backprop-fold");
      thread.setDaemon(true);
      return thread;
    });
    try {
      List<Future<Optional<FoldResult>>> pending = jobs.stream().map(job -> workers.submit(() -> train(job, stop, listener))).toList();
      List<FoldResult> results = new ArrayList<>();
      for (Future<Optional<FoldResult>> result : pending) {
        result.get().ifPresent(results::add);
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private Optional<FoldResult> train(FoldJob job, BooleanSupplier stop, Listener listener) {
    if (stop.getAsBoolean()) {
      return Optional.empty();
    }
    try (Kernels kernels = KernelChoice.create(threads)) {
      Session session = Session.unwatched(job.project(), job.data(), kernels, Session.initialParameters(job.project()));
      long start = System.nanoTime();
      int[] epoch = {0};
      Runs.drive(session, () -> !stop.getAsBoolean(), running -> {
        if (running.epoch() > epoch[0]) {
          epoch[0] = running.epoch();
          listener.epoch(job, epoch[0]);
        }
      });
      if (!session.finished()) {
        return Optional.empty();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      Replica replica = Replica.of(job.project().network(), job.data(), session.parameters(), kernels);
      Predictions predictions = Predictions.of(replica, Set.of(Part.TEST));
      FoldResult result = new FoldResult(
          job, session.evaluate(Part.TRAIN), predictions.scores(Part.TEST), predictions, session.epoch(), session.steps(), seconds,
          session.parameters().sha256(), session.fault().map(Fault::sentence));
      listener.done(result);
      return Optional.of(result);
    }
  }
}
