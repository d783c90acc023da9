package studio.backprop.search.run;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import studio.backprop.search.trial.Trial;
import studio.backprop.train.record.EpochRecord;

/** Trains trials of one search, here or on other machines. What comes of a trial does not depend on who trains it. */
public interface TrialExecutor extends AutoCloseable {
  /** @param processor seconds that it has computed */
  record Trained(Trial trial, double processor) {}

  /**
   * Trains a trial on to its target.
   *
   * @param stop asked again and again; the trial then keeps its whole epochs, or is as it was
   * @param epoch hears of each epoch, on the thread that trains; trials on other machines are told of at their end only
   */
  CompletableFuture<Trained> train(Trial trial, BooleanSupplier stop, Consumer<EpochRecord> epoch);

  /** The trial is no longer needed: one that is trained elsewhere is returned as it was. */
  default void giveUp(int trial) {}

  /** The trials under way are no longer needed: each is returned as soon as possible. */
  default void giveUp() {}

  @Override
  void close();
}
