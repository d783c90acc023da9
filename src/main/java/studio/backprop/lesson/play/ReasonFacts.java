package studio.backprop.lesson.play;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.evaluate.attribution.AttributionMap;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.AttributionRequest;
import studio.backprop.evaluate.attribution.Reasons;
import studio.backprop.evaluate.attribution.ReplicaReasons;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.train.Session;

/**
 * Attributions for the selected example, with the defaults of the page of explanations: predicted class, default baseline, the project's
 * decision threshold for two classes. NaN where undefined.
 */
final class ReasonFacts {
  private static final Map<String, AttributionMethod> METHODS = Map.of("saliency", AttributionMethod.SALIENCY,
      "integrated", AttributionMethod.INTEGRATED_GRADIENTS, "occlusion", AttributionMethod.OCCLUSION);

  private final Session session;
  private final ReplicaReasons maker = new ReplicaReasons();
  private final OncePerStep<Explained> explained;
  private Replica replica;
  private Example of;
  /** Chosen decision threshold, if any. */
  private OptionalDouble threshold = OptionalDouble.empty();

  /** Attributions of one example with the current weights. */
  private record Explained(Reasons reasons, Map<AttributionMethod, AttributionMap> maps) {
    AttributionMap map(AttributionMethod method) {
      return maps.computeIfAbsent(method, any -> reasons.map(method, () -> false));
    }
  }

  ReasonFacts(Session session) {
    this.session = session;
    this.explained = new OncePerStep<>(session);
  }

  void forget() {
    explained.forget();
  }

  /**
   * @param decided decision threshold of the project
   * @param thorough whether to run the network
   */
  double number(CheckedQuantity quantity, Example example, DecisionThreshold decided, boolean thorough) {
    PreparedData data = session.data();
    if (quantity.name().equals("label")) {
      return label(data, example);
    }
    if (!thorough || data.dataset().answers() != 1) {
      return Double.NaN;
    }
    if (!example.equals(of) || !decided.own().equals(threshold)) {
      forget();
      of = example;
      threshold = decided.own();
    }
    Explained now = explained.get(this::explain);
    Reasons reasons = now.reasons();
    if (quantity.name().equals("class")) {
      return reasons.isRegression() ? Double.NaN : reasons.predicted();
    }
    AttributionMethod method = METHODS.get(quantity.name());
    if (!reasons.methods().contains(method)) {
      return Double.NaN;
    }
    return share(now.map(method), quantity.indices());
  }

  private static double label(PreparedData data, Example example) {
    if (data.dataset().task() != Task.CLASSES || data.dataset().answers() != 1) {
      return Double.NaN;
    }
    return example.drawn().map(drawn -> drawn.label() == DrawnExample.UNKNOWN ? Double.NaN : drawn.label())
        .orElseGet(() -> example.row() < data.rows(example.part()) ? data.classOf(example.part(), example.row()) : Double.NaN);
  }

  private Explained explain() {
    replica = Replica.of(session, replica);
    return new Explained(maker.of(replica, of, AttributionRequest.USUAL.atThreshold(threshold), () -> false), new HashMap<>());
  }

  /** Share |aᵢ| / Σ|aⱼ| of one input. @param place row and column of a pixel, else one index */
  private static double share(AttributionMap map, List<Integer> place) {
    int at = map.rows() > 0 && place.size() == 2 && place.get(1) < map.columns() ? place.get(0) * map.columns() + place.get(1)
        : map.rows() == 0 && place.size() == 1 ? place.get(0) : -1;
    double all = Arrays.stream(map.parts()).map(Math::abs).sum();
    return at < 0 || at >= map.parts().length || all == 0 ? Double.NaN : Math.abs(map.parts()[at]) / all;
  }
}
