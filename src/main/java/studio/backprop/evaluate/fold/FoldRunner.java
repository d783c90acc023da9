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
 * Parallel training of the folds of a cross-validation. Results do not depend on the parallelism. Can be stopped from any thread; completed
 * folds are kept.
 */
public final class FoldRunner {
  /** Progress listener, called on training threads. */
  public interface Listener {
    /** No-op listener. */
    Listener NONE = new Listener() {};

    /** @param fold metrics on the fold with the current weights; takes a pass through it */
    default void epoch(FoldJob job, int epoch, Supplier<Metrics> fold) {}

    default void done(FoldResult result) {}
  }

  /** Memory limit, in scores of a fold. */
  private static final long MAX_SCORES = 20_000_000;

  private final int atOnce;
  private final int threads;
  private final boolean first;

  /**
   * @param atOnce number of parallel trainings
   * @param threads in total
   */
  public FoldRunner(int atOnce, int threads) {
    this(atOnce, threads, false);
  }

  /** @param first whether the first of two classes is positive, not the second */
  public FoldRunner(int atOnce, int threads, boolean first) {
    this.first = first;
    this.atOnce = atOnce;
    this.threads = Math.max(1, threads / atOnce);
  }

  /** @throws DataProblem if memory does not suffice, with a remedy */
  public static void checkMemory(FoldJob job) throws DataProblem {
    try (Kernels kernels = KernelChoice.create(1)) {
      MemoryLimit.check(job.project(), job.whole(), kernels, Purpose.TRAIN_LEAN);
    }
  }

  /**
   * Blocks until all jobs are done.
   *
   * @param stop checked before each step; then unfinished trainings are abandoned
   * @return results of the completed ones, in job order
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
      failed.set(true); // other trainings abort
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
    if (numbers > MAX_SCORES) {
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
