package studio.backprop.evaluate.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Result of one attribution method for one example. Immutable; arrays are not copied.
 *
 * @param values unaggregated: by input feature, occluded part or position of a map
 * @param parts aggregated by pixel, token, column or node; of an occluded image by window, row-major
 * @param rows of an image of parts, else 0
 * @param columns of an image of parts, else 0
 * @param tries integrated gradients with doubled numbers of steps
 * @param cam Grad-CAM details
 */
public record AttributionMap(AttributionMethod method, double[] values, double[] parts, int rows, int columns, List<Attribution> tries,
    Optional<GradCam> cam) {
  public AttributionMap {
    tries = List.copyOf(tries);
  }

  /** Largest absolute part. */
  public double largest() {
    return Arrays.stream(parts).map(Math::abs).max().orElse(0);
  }

  /** Whether all attributions are 0. */
  public boolean isEmpty() {
    return largest() == 0;
  }

  /** Final integrated gradients. */
  public Optional<Attribution> integral() {
    return tries.isEmpty() ? Optional.empty() : Optional.of(tries.get(tries.size() - 1));
  }

  /** Sum of the positive attributions. */
  public double raising() {
    return Arrays.stream(parts).filter(part -> part > 0).sum();
  }

  /** Sum of the negative attributions. */
  public double lowering() {
    return Arrays.stream(parts).filter(part -> part < 0).sum();
  }
}
