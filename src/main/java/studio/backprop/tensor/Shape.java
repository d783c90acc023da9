package studio.backprop.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.text.Message;

/**
 * The size of one example along each axis, without the batch: 4 features, 24 × 1 for a sequence (time, feature), 1 × 28 × 28 for an
 * image (channel, height, width). A scalar, such as a loss, has no axes. Where a sequence has its time steps a graph has its nodes: that
 * changes what an axis is called and nothing else, so that shapes of equal sizes are equal.
 */
public final class Shape {
  public static final Shape SCALAR = new Shape(new int[0], 0);

  private final int[] sizes;
  private final int nodeAxes;

  private Shape(int[] sizes, int nodeAxes) {
    this.sizes = sizes;
    this.nodeAxes = nodeAxes;
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
    return new Shape(sizes.clone(), 0);
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

  /** The same sizes, the first so many axes of which count the nodes of a graph: one of their features, both of an adjacency. */
  public Shape ofNodes(int axes) {
    return new Shape(sizes, Math.min(axes, rank()));
  }

  /** How many axes, from the first on, are known to count the nodes of a graph. */
  public int nodeAxes() {
    return nodeAxes;
  }

  public Axis axis(int axis) {
    return Axis.of(rank(), axis);
  }

  /** What an axis is called. */
  public Message title(int axis) {
    return axis < nodeAxes ? Message.of("shape.node") : axis(axis).title();
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
