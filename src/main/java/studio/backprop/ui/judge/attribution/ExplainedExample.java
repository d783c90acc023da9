package studio.backprop.ui.judge.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.attribution.AttributionBaseline;
import studio.backprop.evaluate.attribution.AttributionMap;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.InputParts;
import studio.backprop.observe.Example;
import studio.backprop.tensor.Shape;

/**
 * Attributions of one example with the weights of one step. Immutable; arrays are not copied.
 *
 * @param raw the example as measured
 * @param prediction class probabilities, or a number
 * @param predicted the predicted class
 * @param place index of the explained target; 0 if there is one
 * @param of the explained class
 * @param layers nodes with readable feature maps
 * @param layer the one that is read, or −1
 * @param passes whether the last of them is skipped because its Grad-CAM is empty
 * @param logits whether the score is of logits, else of outputs
 * @param way the score along the path from the baseline to the example
 * @param methods applicable to these data
 * @param maps those computed so far
 * @param random maps with random weights, if requested
 */
record ExplainedExample(PreparedData data, long step, Example example, AttributionQuery asked, InputParts parts, float[] raw,
    float[] prediction, int predicted, int place, int of, AttributionBaseline baseline, List<Integer> layers, int layer, boolean passes,
    boolean logits, double score, double baselineScore, double[] way, Set<AttributionMethod> methods,
    Map<AttributionMethod, AttributionMap> maps, Map<AttributionMethod, AttributionMap> random) {

  /** Copy with the maps found so far. */
  ExplainedExample with(Map<AttributionMethod, AttributionMap> found, Map<AttributionMethod, AttributionMap> ofRandom) {
    return new ExplainedExample(data, step, example, asked, parts, raw, prediction, predicted, place, of, baseline, layers, layer, passes,
        logits, score, baselineScore, way, methods, Map.copyOf(found), Map.copyOf(ofRandom));
  }

  Optional<AttributionMap> map(AttributionMethod method) {
    return Optional.ofNullable(maps.get(method));
  }

  Optional<AttributionMap> random(AttributionMethod method) {
    return Optional.ofNullable(random.get(method));
  }

  boolean isRegression() {
    return data.dataset().task() == Task.REGRESSION;
  }

  boolean hasSeveralTargets() {
    return data.dataset().answers() > 1;
  }

  /** The class that it is explained against; empty for the mean of all. */
  OptionalInt versus() {
    return asked.request().versus().stream().filter(c -> c != of).findFirst();
  }

  boolean isPicture() {
    return parts.kind() == InputParts.Kind.PIXEL;
  }

  /** Whether each pixel of the example has a target of its own. */
  boolean hasPixelTargets() {
    Shape shape = data.dataset().inputShape();
    Shape target = data.dataset().about().targetShape();
    return isPicture() && data.dataset().answersArePicture() && target.size(1) == shape.size(1) && target.size(2) == shape.size(2);
  }

  /** Whether all requested maps are computed. */
  boolean isComplete() {
    return maps.size() == methods.size() && (!asked.random() || random.size() == methods.size());
  }

  /**
   * Value of the strongest colour: the largest magnitude of the method, or of all methods of the same unit.
   *
   * @param shared whether methods of the same unit share it: gradients, parts of the score, or feature maps
   */
  double largest(AttributionMethod method, boolean shared) {
    return largest(maps, method, shared);
  }

  /** Value of the strongest colour with random weights. Their scale is their own: only the pattern counts. */
  double largestRandom(AttributionMethod method, boolean shared) {
    return largest(random, method, shared);
  }

  private static double largest(Map<AttributionMethod, AttributionMap> of, AttributionMethod method, boolean shared) {
    return Arrays.stream(AttributionMethod.values()).filter(other -> shared ? unit(other) == unit(method) : other == method)
        .map(of::get)
        .filter(map -> map != null).mapToDouble(AttributionMap::largest).max().orElse(0);
  }

  private static int unit(AttributionMethod method) {
    return method.readsMaps() ? 2 : method.comparesWithBaseline() ? 1 : 0;
  }
}
