package studio.backprop.ui.reason;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.reason.AttributionMap;
import studio.backprop.evaluate.reason.AttributionMethod;
import studio.backprop.evaluate.reason.AttributionRequest;
import studio.backprop.evaluate.reason.InputStatistics;
import studio.backprop.evaluate.reason.Reasons;
import studio.backprop.evaluate.reason.ScoredNetwork;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.predict.Replica;

/** Computes attributions beside the screen, and keeps what can be used again: plans, and what is known of the training part. */
final class ReasonsWorker {
  /** Of the weights that nothing was learned by; no run begins with it unless somebody types it. */
  private static final long RANDOM = 2018;

  private Replica replica;
  private PreparedData data;
  private InputStatistics statistics;
  private ScoredNetwork trained;
  private ScoredNetwork random;

  /**
   * @param stop asked before each pass through the network
   * @param found hears of each map as it comes
   * @return what was found until it was done or stopped; empty if it was stopped before anything was
   */
  Optional<ExplainedExample> explain(Replica asked, ReasonsModel.Asked what, BooleanSupplier stop, Consumer<ExplainedExample> found) {
    takeUp(asked);
    float[] example = new float[data.dataset().width()];
    float[] raw = new float[example.length];
    what.example().copyInput(data, example);
    what.example().copyRawInput(data, raw);
    ExplainedExample last = null;
    try {
      watch(trained, stop);
      Reasons reasons = new Reasons(data, statistics, trained, example, what.request());
      Map<AttributionMethod, AttributionMap> maps = new EnumMap<>(AttributionMethod.class);
      Map<AttributionMethod, AttributionMap> others = new EnumMap<>(AttributionMethod.class);
      ExplainedExample start = new ExplainedExample(data, asked.step(), what.example(), what, reasons.parts(), raw, reasons.prediction(),
          reasons.predicted(), reasons.place(), reasons.of(), reasons.baseline(), reasons.layers(), reasons.layer(),
          reasons.passesOverEmpty(), reasons.ofLogits(), reasons.value(), reasons.baselineValue(), reasons.way(), reasons.methods(),
          Map.of(), Map.of());
      last = start;
      for (AttributionMethod method : reasons.methods()) {
        maps.put(method, reasons.map(method, stop));
        last = start.with(maps, others);
        found.accept(last);
      }
      if (what.random()) {
        watch(randomWeights(), stop);
        AttributionRequest same = what.request().ofClass(
            reasons.isRegression() ? OptionalInt.empty() : OptionalInt.of(reasons.of()), what.request().versus());
        Reasons untrained = new Reasons(
            data, statistics, random, example, reasons.layer() < 0 ? same : same.withLayer(reasons.layer()));
        for (AttributionMethod method : reasons.methods()) {
          others.put(method, untrained.map(method, stop));
          last = start.with(maps, others);
          found.accept(last);
        }
      }
    } catch (CancellationException e) {
      return Optional.ofNullable(last); // a person has stopped it, or asks for something else
    }
    return Optional.of(last);
  }

  private static void watch(ScoredNetwork network, BooleanSupplier stop) {
    network.beforePass(() -> {
      if (stop.getAsBoolean()) {
        throw new CancellationException();
      }
    });
  }

  private void takeUp(Replica asked) {
    if (asked.data() != data) {
      data = asked.data();
      statistics = new InputStatistics(data);
    }
    if (asked != replica) {
      replica = asked;
      random = null;
      trained = new ScoredNetwork(asked.network(), rows -> asked.compiled(Purpose.EXPLAIN, rows), data.dataset().width());
    }
  }

  private ScoredNetwork randomWeights() {
    if (random == null) {
      Replica asked = replica;
      Parameters weights = Parameters.initial(asked.network(), asked.network().analyse(), new Seeds(RANDOM));
      random = new ScoredNetwork(asked.network(), rows -> asked.compiled(weights, Purpose.EXPLAIN, rows), data.dataset().width());
    }
    return random;
  }
}
