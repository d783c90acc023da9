package studio.backprop.search.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import studio.backprop.search.trial.Trial;
import studio.backprop.train.record.EpochRecord;

/** Trial executor on local threads, one per trial. */
final class LocalTrialExecutor implements TrialExecutor {
  private final TrialTrainer trainer;
  private final ExecutorService pool;

  /** @param workers parallel trials */
  LocalTrialExecutor(TrialTrainer trainer, int workers) {
    this.trainer = trainer;
    this.pool = Executors.newFixedThreadPool(workers, work -> {
      Thread thread = new Thread(work, "backprop-search");
      thread.setDaemon(true);
      return thread;
    });
  }

  @Override
  public CompletableFuture<Trained> train(Trial trial, BooleanSupplier stop, Consumer<EpochRecord> epoch) {
    return CompletableFuture.supplyAsync(() -> trainer.train(trial, stop, epoch), pool);
  }

  @Override
  public void close() {
    pool.shutdownNow();
    trainer.close();
  }
}
