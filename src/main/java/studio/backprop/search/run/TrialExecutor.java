package studio.backprop.search.run;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import studio.backprop.search.trial.Trial;
import studio.backprop.train.record.EpochRecord;

/** Executor of the trials of one search, local or remote. Results do not depend on it. */
public interface TrialExecutor extends AutoCloseable {
  /** @param processor seconds that it has computed */
  record Trained(Trial trial, double processor) {}

  /**
   * Trains a trial to its target.
   *
   * @param stop polled; the trial then keeps its completed epochs, or is unchanged
   * @param epoch notified of each epoch on the training thread; of remote trials at their end only
   */
  CompletableFuture<Trained> train(Trial trial, BooleanSupplier stop, Consumer<EpochRecord> epoch);

  /** Cancels a trial; a remote one is returned unchanged. */
  default void giveUp(int trial) {}

  /** Cancels all trials. */
  default void giveUp() {}

  @Override
  void close();
}
