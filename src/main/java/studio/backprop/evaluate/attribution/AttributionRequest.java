package studio.backprop.evaluate.attribution;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is to be explained of an example.
 *
 * @param of the class; empty for the predicted one
 * @param versus another class, whose logit is taken off in place of the mean of all
 * @param baseline that the example is compared with; empty for the usual one of the data
 * @param layer the node whose maps are read; empty for the last convolution whose Grad-CAM is not empty
 * @param threshold at and above which the second of two classes is predicted; empty for that of the loss
 * @param place which of an example's targets, row-major, where it has several: a pixel, a time step or a node; empty for the usual one
 */
public record AttributionRequest(
    OptionalInt of, OptionalInt versus, Optional<AttributionBaseline> baseline, OptionalInt layer, OptionalDouble threshold,
    OptionalInt place) {
  /** The predicted class against all others, in the usual way. */
  public static final AttributionRequest USUAL =
      new AttributionRequest(OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), OptionalDouble.empty(),
          OptionalInt.empty());

  /** The same of another class, or of one class and not another. */
  public AttributionRequest ofClass(OptionalInt index, OptionalInt other) {
    return new AttributionRequest(index, other, baseline, layer, threshold, place);
  }

  /** The same, where the predicted class is explained: by a chosen threshold. */
  public AttributionRequest atThreshold(OptionalDouble chosen) {
    return new AttributionRequest(of, versus, baseline, layer, chosen, place);
  }

  public AttributionRequest against(AttributionBaseline other) {
    return new AttributionRequest(of, versus, Optional.of(other), layer, threshold, place);
  }

  public AttributionRequest withLayer(int node) {
    return new AttributionRequest(of, versus, baseline, OptionalInt.of(node), threshold, place);
  }

  /** Of another network: the last convolution whose Grad-CAM is not empty. */
  public AttributionRequest withUsualLayer() {
    return new AttributionRequest(of, versus, baseline, OptionalInt.empty(), threshold, place);
  }

  /** Of another target of the example, the class that is predicted there. */
  public AttributionRequest atPlace(OptionalInt target) {
    return new AttributionRequest(OptionalInt.empty(), OptionalInt.empty(), baseline, layer, threshold, target);
  }
}
