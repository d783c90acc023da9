package studio.backprop.evaluate.attribution;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.tensor.Seeds;

/** Attributions of a replica of a network in training; caches plans and input statistics. Not thread-safe. */
public final class ReplicaReasons {
  /** Seed of the untrained weights. */
  private static final long RANDOM = 2018;

  private Replica replica;
  private PreparedData data;
  private InputStatistics statistics;
  private ScoredNetwork trained;
  private ScoredNetwork random;

  /**
   * With the replica's current weights.
   *
   * @param stop checked before each pass, which then ends by a {@link CancellationException}
   */
  public Reasons of(Replica copy, Example example, AttributionRequest request, BooleanSupplier stop) {
    takeUp(copy);
    return reasons(trained, example, request, stop);
  }

  /** With untrained weights, for the model randomization test (Adebayo et al. 2018). */
  public Reasons untrained(Replica copy, Example example, AttributionRequest request, BooleanSupplier stop) {
    takeUp(copy);
    if (random == null) {
      Parameters weights = Parameters.initial(copy.network(), copy.network().analyse(), new Seeds(RANDOM));
      random = new ScoredNetwork(copy.network(), rows -> copy.compiled(weights, Purpose.EXPLAIN, rows), data.dataset().width());
    }
    return reasons(random, example, request, stop);
  }

  private Reasons reasons(ScoredNetwork network, Example example, AttributionRequest request, BooleanSupplier stop) {
    network.beforePass(() -> {
      if (stop.getAsBoolean()) {
        throw new CancellationException();
      }
    });
    float[] input = new float[data.dataset().width()];
    example.copyInput(data, input);
    return new Reasons(data, statistics, network, input, request);
  }

  private void takeUp(Replica copy) {
    if (copy.data() != data) {
      data = copy.data();
      statistics = new InputStatistics(data);
    }
    if (copy != replica) {
      replica = copy;
      random = null;
      trained = new ScoredNetwork(copy.network(), rows -> copy.compiled(Purpose.EXPLAIN, rows), data.dataset().width());
    }
  }
}
