package studio.backprop.evaluate.attribution;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.tensor.Seeds;

/**
 * Explains what a copy of a network in training predicts, and keeps for the next time what can be used again: plans, and what is known of
 * the training examples. Not thread-safe.
 */
public final class ReplicaReasons {
  /** Seed of the untrained weights; no run uses it unless it is typed in. */
  private static final long RANDOM = 2018;

  private Replica replica;
  private PreparedData data;
  private InputStatistics statistics;
  private ScoredNetwork trained;
  private ScoredNetwork random;

  /**
   * By the weights that the copy has now.
   *
   * @param stop asked before each pass through the network, which then ends by a {@link CancellationException}
   */
  public Reasons of(Replica copy, Example example, AttributionRequest request, BooleanSupplier stop) {
    takeUp(copy);
    return reasons(trained, example, request, stop);
  }

  /** The same with untrained weights, for a randomization test. */
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
