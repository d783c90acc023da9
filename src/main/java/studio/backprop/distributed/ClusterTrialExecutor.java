package studio.backprop.distributed;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import studio.backprop.cluster.ClusterSettings;
import studio.backprop.cluster.Coordinator;
import studio.backprop.cluster.JoinListener;
import studio.backprop.data.PreparedData;
import studio.backprop.search.run.TrialExecutor;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.store.StoreProblem;
import studio.backprop.store.TrialBytes;
import studio.backprop.train.record.EpochRecord;

/** Trains the trials of a search on the members of a cluster, including this program. */
public final class ClusterTrialExecutor implements TrialExecutor {
  private final Space space;
  private final Coordinator coordinator;
  private final Map<CompletableFuture<Trained>, Trial> under = new ConcurrentHashMap<>();

  /**
   * @param workers concurrent local trials; 0 for none
   * @throws IOException if the address cannot be bound
   */
  public ClusterTrialExecutor(ClusterSettings settings, SearchRecord search, PreparedData data, int workers) throws IOException {
    this.space = search.settings().space();
    this.coordinator = new Coordinator(settings, RemoteTrials.describe(search), new RemoteTrials(search, data), workers);
  }

  /** On a connected cluster. */
  public ClusterTrialExecutor(JoinListener lobby, SearchRecord search, PreparedData data, int workers) {
    this.space = search.settings().space();
    this.coordinator = new Coordinator(lobby, RemoteTrials.describe(search), new RemoteTrials(search, data), workers);
  }

  @Override
  public CompletableFuture<Trained> train(Trial trial, BooleanSupplier stop, Consumer<EpochRecord> epoch) {
    CompletableFuture<Trained> trained = coordinator.submit(TrialBytes.write(trial)).thenApply(result -> {
      try {
        return RemoteTrials.read(result, space);
      } catch (StoreProblem e) {
        throw new CompletionException(e);
      }
    });
    under.put(trained, trial);
    trained.whenComplete((done, failure) -> under.remove(trained));
    return trained;
  }

  /** Remote trials are discarded. */
  @Override
  public void giveUp() {
    under.forEach((trained, trial) -> trained.complete(new Trained(trial, 0)));
  }

  @Override
  public void giveUp(int trial) {
    under.forEach((trained, one) -> {
      if (one.number() == trial) {
        trained.complete(new Trained(one, 0));
      }
    });
  }

  /** Cluster size, including this program. */
  public int size() {
    return coordinator.size();
  }

  /** Number of trials that were reassigned after their worker left. */
  public long repeated() {
    return coordinator.repeated();
  }

  @Override
  public void close() {
    coordinator.close();
  }
}
