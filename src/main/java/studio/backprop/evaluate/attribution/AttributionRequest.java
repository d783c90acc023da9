package studio.backprop.evaluate.attribution;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Target and options of an attribution. Immutable.
 *
 * @param of the class; empty for the predicted one
 * @param versus class whose logit is subtracted instead of the mean logit
 * @param baseline empty for the default of the data
 * @param layer node of the feature maps; empty for the last convolution with a non-empty Grad-CAM
 * @param threshold inclusive, for the second of two classes; empty for the loss's
 * @param place row-major index of a pixel, time step or node, for several targets; empty for the default
 */
public record AttributionRequest(
    OptionalInt of, OptionalInt versus, Optional<AttributionBaseline> baseline, OptionalInt layer, OptionalDouble threshold,
    OptionalInt place) {
  /** Default: predicted class against the mean logit. */
  public static final AttributionRequest USUAL =
      new AttributionRequest(OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), OptionalDouble.empty(),
          OptionalInt.empty());

  public AttributionRequest ofClass(OptionalInt index, OptionalInt other) {
    return new AttributionRequest(index, other, baseline, layer, threshold, place);
  }

  public AttributionRequest atThreshold(OptionalDouble chosen) {
    return new AttributionRequest(of, versus, baseline, layer, chosen, place);
  }

  public AttributionRequest against(AttributionBaseline other) {
    return new AttributionRequest(of, versus, Optional.of(other), layer, threshold, place);
  }

  public AttributionRequest withLayer(int node) {
    return new AttributionRequest(of, versus, baseline, OptionalInt.of(node), threshold, place);
  }

  /** With the default layer, for another network. */
  public AttributionRequest withUsualLayer() {
    return new AttributionRequest(of, versus, baseline, OptionalInt.empty(), threshold, place);
  }

  /** Of another target and its predicted class. */
  public AttributionRequest atPlace(OptionalInt target) {
    return new AttributionRequest(OptionalInt.empty(), OptionalInt.empty(), baseline, layer, threshold, target);
  }
}
