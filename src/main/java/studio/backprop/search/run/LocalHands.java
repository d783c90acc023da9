package studio.backprop.search.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.train.record.EpochRecord;

/** Trains trials in this program, each by one thread. */
public final class LocalHands implements TrialHands {
  private static final double NANOS = 1e9;

  private final PreparedData data;
  private final ExecutorService pool;

  /** @param workers trials that are trained at the same time */
  public LocalHands(PreparedData data, int workers) {
    this.data = data;
    this.pool = Executors.newFixedThreadPool(workers, work -> {
      Thread thread = new Thread(work, "backprop-search");
      thread.setDaemon(true);
      return thread;
    });
  }

  @Override
  public CompletableFuture<Trained> train(SearchRecord search, Trial trial, BooleanSupplier stop, Consumer<EpochRecord> epoch) {
    return CompletableFuture.supplyAsync(() -> trainHere(search, trial, data, stop, epoch), pool);
  }

  /** The same on the thread that calls. */
  public static Trained trainHere(
      SearchRecord search, Trial trial, PreparedData data, BooleanSupplier stop, Consumer<EpochRecord> epoch) {
    ThreadMXBean times = ManagementFactory.getThreadMXBean();
    long before = times.getCurrentThreadCpuTime();
    try (Kernels kernels = KernelChoice.create(1)) {
      Trial after = TrialRun.advance(search, trial, data, kernels, stop, epoch);
      return new Trained(after, Math.max(0, times.getCurrentThreadCpuTime() - before) / NANOS);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
