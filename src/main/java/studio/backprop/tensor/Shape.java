package studio.backprop.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The size of one example along each axis, without the batch: 4 features, 24 × 1 for a sequence (time, feature), 1 × 28 × 28 for an
 * image (channel, height, width). A scalar, such as a loss, has no axes.
 */
public final class Shape {
  public static final Shape SCALAR = new Shape();

  private final int[] sizes;

  private Shape(int... sizes) {
    this.sizes = sizes;
  }

  /** @throws IllegalArgumentException if there are more than three axes or a size is below 1 */
  public static Shape of(int... sizes) {
    if (sizes.length > 3) {
      throw new IllegalArgumentException("a shape has at most 3 axes, but had " + sizes.length);
    }
    for (int size : sizes) {
      if (size < 1) {
        throw new IllegalArgumentException("every size of a shape must be at least 1, but was " + Arrays.toString(sizes));
      }
    }
    return new Shape(sizes.clone());
  }

  public int rank() {
    return sizes.length;
  }

  public int size(int axis) {
    return sizes[axis];
  }

  /** Numbers in one example: the product of all sizes, 1 for a scalar. */
  public long count() {
    long count = 1;
    for (int size : sizes) {
      count *= size;
    }
    return count;
  }

  public Axis axis(int axis) {
    return Axis.of(rank(), axis);
  }

  public int[] toArray() {
    return sizes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  /** As written on a wire: 16×4×4. A scalar is written as 1. */
  @Override
  public String toString() {
    return rank() == 0 ? "1" : IntStream.of(sizes).mapToObj(String::valueOf).collect(Collectors.joining("×"));
  }
}
