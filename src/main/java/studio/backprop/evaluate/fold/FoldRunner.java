package studio.backprop.evaluate.fold;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Dataset;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.Judgements;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.train.Fault;
import studio.backprop.train.MemoryLimit;
import studio.backprop.train.Runs;
import studio.backprop.train.Session;
import studio.backprop.train.metric.Metrics;

/**
 * Trains the folds of a cross-validation, several at once, each with its part of the threads. However many run at once, the bits are the
 * same. May be told to stop from any thread; what is done by then is kept.
 */
public final class FoldRunner {
  /** Hears how far it is, on the threads that train. */
  public interface Listener {
    /** No-op listener. */
    Listener NONE = new Listener() {};

    /**
     * A training has completed an epoch.
     *
     * @param fold scores the rows of the fold with the weights of now, which changes nothing; takes as long as a pass through them
     */
    default void epoch(FoldJob job, int epoch, Supplier<Metrics> fold) {}

    /** A training is done. */
    default void done(FoldResult result) {}
  }

  /** Scores of all targets of a fold; more would fill the memory. */
  private static final long MOST = 20_000_000;

  private final int atOnce;
  private final int threads;
  private final boolean first;

  /**
   * @param atOnce how many trainings run at the same time
   * @param threads of all of them together
   */
  public FoldRunner(int atOnce, int threads) {
    this(atOnce, threads, false);
  }

  /** @param first whether of two classes the first is the positive one, not the second as usual */
  public FoldRunner(int atOnce, int threads, boolean first) {
    this.first = first;
    this.atOnce = atOnce;
    this.threads = Math.max(1, threads / atOnce);
  }

  /** Refuses a network that would not fit in memory. @throws DataProblem with what to change */
  public static void checkMemory(FoldJob job) throws DataProblem {
    try (Kernels kernels = KernelChoice.create(1)) {
      MemoryLimit.check(job.project(), job.whole(), kernels, Purpose.TRAIN_LEAN);
    }
  }

  /**
   * Trains one after the other or side by side, and waits for the end.
   *
   * @param stop asked before each step; if it says so, trainings that are not done are given up
   * @return the results of those that are done, in the order of the jobs
   */
  public List<FoldResult> run(List<FoldJob> jobs, BooleanSupplier stop, Listener listener) throws InterruptedException {
    AtomicBoolean failed = new AtomicBoolean();
    BooleanSupplier ends = () -> failed.get() || stop.getAsBoolean();
    ExecutorService workers = Executors.newFixedThreadPool(atOnce, work -> {
      Thread thread = new Thread(work, "backprop-fold");
      thread.setDaemon(true);
      return thread;
    });
    try {
      List<Future<Optional<FoldResult>>> pending = jobs.stream().map(job -> workers.submit(() -> train(job, ends, listener))).toList();
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
      failed.set(true); // whoever still trains gives up
      workers.shutdownNow();
    }
  }

  private Optional<FoldResult> train(FoldJob job, BooleanSupplier stop, Listener listener) {
    if (stop.getAsBoolean()) {
      return Optional.empty();
    }
    PreparedData data = job.data();
    try (Kernels kernels = KernelChoice.create(threads)) {
      Session session = Session.unwatched(job.project(), data, kernels, Session.initialParameters(job.project()));
      long start = System.nanoTime();
      int[] epoch = {0};
      Runs.drive(session, () -> !stop.getAsBoolean(), running -> {
        if (running.epoch() > epoch[0]) {
          epoch[0] = running.epoch();
          listener.epoch(job, epoch[0], () -> running.evaluate(Part.TEST));
        }
      });
      if (!session.finished()) {
        return Optional.empty();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      Replica replica = Replica.of(job.project().network(), data, session.parameters(), kernels);
      Predictions predictions = Predictions.of(replica, Set.of(Part.TEST));
      Optional<ModelEvaluation> judgement = judgement(predictions, replica.loss().cut());
      FoldResult result = new FoldResult(
          job, session.evaluate(Part.TRAIN), predictions.scores(Part.TEST), judgement.map(FoldRunner::byMetric).orElse(Map.of()),
          judgement.flatMap(FoldRunner::counts), job.chosen(), session.epoch(), session.steps(), seconds, session.parameters().sha256(),
          session.fault().map(Fault::sentence));
      listener.done(result);
      return Optional.of(result);
    }
  }

  private Optional<ModelEvaluation> judgement(Predictions predictions, double cut) {
    Dataset dataset = predictions.data().dataset();
    long numbers = (long) predictions.data().testRows() * dataset.answers() * Math.max(1, dataset.classNames().size());
    if (numbers > MOST) {
      return Optional.empty();
    }
    return Optional.of(first ? Judgements.ofFirst(predictions, Part.TEST, Judgements.complement(cut, predictions.isProbability()))
        : Judgements.of(predictions, Part.TEST, cut));
  }

  private static Map<EvaluationMetric, Double> byMetric(ModelEvaluation judgement) {
    Map<EvaluationMetric, Double> values = new EnumMap<>(EvaluationMetric.class);
    double[] all = judgement.values(null);
    for (int i = 0; i < all.length; i++) {
      values.put(judgement.metrics().get(i), all[i]);
    }
    return values;
  }

  private static Optional<BinaryCounts> counts(ModelEvaluation judgement) {
    return judgement instanceof BinaryEvaluation two ? Optional.of(two.counts()) : Optional.empty();
  }
}
