package studio.backprop.ui.judge.examples;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.attribution.AttributionRequest;
import studio.backprop.evaluate.attribution.InputParts;
import studio.backprop.evaluate.attribution.Reasons;
import studio.backprop.evaluate.attribution.ReplicaReasons;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Replica;

/**
 * Largest attributions of the prediction for an example. Immutable; arrays are not copied.
 *
 * @param step of the weights
 * @param raw the example as measured
 * @param strongest parts with the largest attributions, in descending order
 * @param values attributions of all parts
 */
record Why(PreparedData data, long step, InputParts parts, float[] raw, int[] strongest, double[] values) {
  private static final int MOST = 3;

  /**
   * Input × gradient, (input − baseline) · gradient, in one forward and backward pass; where there is no gradient, one pass per part
   * (occlusion).
   */
  static Why of(Replica copy, ReplicaReasons maker, Example asked, OptionalDouble threshold) {
    PreparedData data = copy.data();
    float[] raw = new float[data.dataset().width()];
    asked.copyRawInput(data, raw);
    List<Integer> layers = Reasons.layers(copy.network());
    AttributionRequest usual = AttributionRequest.USUAL.atThreshold(threshold);
    AttributionRequest request = layers.isEmpty() ? usual
        : usual.withLayer(layers.get(layers.size() - 1)); // no search for a layer whose map is not empty
    Reasons reasons = maker.of(copy, asked, request, () -> false);
    double[] values = reasons.gradientTimesDifference();
    double[] sizes = Arrays.stream(values).map(Math::abs).toArray();
    int[] strongest = IntStream.range(0, sizes.length).filter(part -> sizes[part] > 0).boxed()
        .sorted((a, b) -> Double.compare(sizes[b], sizes[a])).limit(MOST).mapToInt(Integer::intValue).toArray();
    return new Why(data, copy.step(), reasons.parts(), raw, strongest, values);
  }
}
