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
 * What is known of one example by the weights of one step. Immutable; arrays are not copied.
 *
 * @param asked what was to be explained
 * @param raw the example as it was measured
 * @param prediction a probability for each class, or a number
 * @param predicted the predicted class
 * @param place which of the example's targets is explained; 0 where it has one
 * @param of the class that is explained
 * @param baseline that it is compared with
 * @param layers nodes whose maps can be read
 * @param layer the one that is read, or −1
 * @param passes whether the last of them is not read because its Grad-CAM is empty
 * @param logits whether the score is of logits, else of outputs
 * @param score of the example
 * @param baselineScore of the baseline
 * @param way the score on the way from the baseline to the example
 * @param methods that can be computed of these data
 * @param maps those that are computed by now
 * @param random the same with random weights, where they were asked for
 */
record ExplainedExample(PreparedData data, long step, Example example, AttributionQuery asked, InputParts parts, float[] raw,
    float[] prediction, int predicted, int place, int of, AttributionBaseline baseline, List<Integer> layers, int layer, boolean passes,
    boolean logits, double score, double baselineScore, double[] way, Set<AttributionMethod> methods,
    Map<AttributionMethod, AttributionMap> maps, Map<AttributionMethod, AttributionMap> random) {

  /** The same with what is known by now. */
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

  /** Whether everything that was asked for is there. */
  boolean isComplete() {
    return maps.size() == methods.size() && (!asked.random() || random.size() == methods.size());
  }

  /**
   * What the strongest colour means: the largest attribution of the method without its sign, or the largest of all methods whose numbers
   * have the same unit.
   *
   * @param shared whether methods of the same unit share it: gradients, parts of the score, or maps of a convolution
   */
  double largest(AttributionMethod method, boolean shared) {
    return largest(maps, method, shared);
  }

  /** The same of random weights, which have scales of their own: there it is the pattern that counts. */
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
