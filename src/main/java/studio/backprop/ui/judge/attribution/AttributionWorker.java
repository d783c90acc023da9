package studio.backprop.ui.judge.attribution;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.attribution.AttributionMap;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.AttributionRequest;
import studio.backprop.evaluate.attribution.Reasons;
import studio.backprop.evaluate.attribution.ReplicaReasons;
import studio.backprop.observe.predict.Replica;

/** Computes attributions in the background, sequentially. */
final class AttributionWorker {
  private final ReplicaReasons maker = new ReplicaReasons();

  /**
   * @param stop polled before each forward pass
   * @param found receives each map once computed
   * @return all that was found before the end or the cancellation; empty if nothing was
   */
  Optional<ExplainedExample> explain(Replica asked, AttributionQuery what, BooleanSupplier stop, Consumer<ExplainedExample> found) {
    PreparedData data = asked.data();
    float[] raw = new float[data.dataset().width()];
    what.example().copyRawInput(data, raw);
    ExplainedExample last = null;
    try {
      Reasons reasons = maker.of(asked, what.example(), what.request(), stop);
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
        AttributionRequest same = what.request().ofClass(
            reasons.isRegression() ? OptionalInt.empty() : OptionalInt.of(reasons.of()), what.request().versus());
        Reasons untrained = maker.untrained(
            asked, what.example(), reasons.layer() < 0 ? same : same.withLayer(reasons.layer()), stop);
        for (AttributionMethod method : reasons.methods()) {
          others.put(method, untrained.map(method, stop));
          last = start.with(maps, others);
          found.accept(last);
        }
      }
    } catch (CancellationException e) {
      return Optional.ofNullable(last); // cancelled
    }
    return Optional.of(last);
  }
}
