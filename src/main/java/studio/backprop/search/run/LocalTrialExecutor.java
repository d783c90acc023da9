package studio.backprop.search.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import studio.backprop.search.trial.Trial;
import studio.backprop.train.record.EpochRecord;

/** Trains trials in this program, each by one thread. */
final class LocalTrialExecutor implements TrialExecutor {
  private final TrialTrainer trainer;
  private final ExecutorService pool;

  /** @param workers trials that are trained at the same time */
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
