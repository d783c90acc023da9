package studio.backprop.evaluate.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What one method says of one example. Immutable; arrays are not copied.
 *
 * @param values as they come: one for each number of the network's input, each occluded part, or each position of a map
 * @param parts summed up for a reader: one for each pixel, token, column or node; of an occluded picture one for each window, row by row
 * @param rows of the parts, where they are a picture, else 0
 * @param columns of the parts, where they are a picture
 * @param tries of an integral, with twice as many steps each time
 * @param cam the maps that were read
 */
public record AttributionMap(AttributionMethod method, double[] values, double[] parts, int rows, int columns, List<Attribution> tries,
    Optional<GradCam> cam) {
  public AttributionMap {
    tries = List.copyOf(tries);
  }

  /** The largest part without its sign. */
  public double largest() {
    return Arrays.stream(parts).map(Math::abs).max().orElse(0);
  }

  /** Whether nothing in it speaks for or against the score. */
  public boolean isEmpty() {
    return largest() == 0;
  }

  /** The last try of an integral. */
  public Optional<Attribution> integral() {
    return tries.isEmpty() ? Optional.empty() : Optional.of(tries.get(tries.size() - 1));
  }

  /** What raises the score, summed up. */
  public double raising() {
    return Arrays.stream(parts).filter(part -> part > 0).sum();
  }

  /** What lowers it, summed up; not positive. */
  public double lowering() {
    return Arrays.stream(parts).filter(part -> part < 0).sum();
  }
}
