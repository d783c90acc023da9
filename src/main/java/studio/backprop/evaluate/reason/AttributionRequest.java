package studio.backprop.evaluate.reason;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to be explained of an example.
 *
 * @param of the class; empty for the predicted one
 * @param versus another class, whose logit is taken off in place of the mean of all
 * @param baseline that the example is compared with; empty for the usual one of the data
 * @param layer the node whose maps are read; empty for the last convolution whose Grad-CAM is not empty
 */
public record AttributionRequest(OptionalInt of, OptionalInt versus, Optional<AttributionBaseline> baseline, OptionalInt layer) {
  /** The predicted class against all others, in the usual way. */
  public static final AttributionRequest USUAL =
      new AttributionRequest(OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), OptionalInt.empty());

  /** The same of another class, or of one class and not another. */
  public AttributionRequest ofClass(OptionalInt index, OptionalInt other) {
    return new AttributionRequest(index, other, baseline, layer);
  }

  public AttributionRequest against(AttributionBaseline other) {
    return new AttributionRequest(of, versus, Optional.of(other), layer);
  }

  public AttributionRequest withLayer(int node) {
    return new AttributionRequest(of, versus, baseline, OptionalInt.of(node));
  }
}
