package studio.backprop.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.text.Message;

/**
 * Shape of one example, without the batch: 4 features, 24 × 1 for a sequence (time, feature), 1 × 28 × 28 for an image (channel, height,
 * width). A scalar, such as a loss, has no axes. The time axis of a sequence is the node axis of a graph: only the name of the axis
 * differs, and equality ignores it.
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

  /** Product of all sizes, 1 for a scalar. */
  public long count() {
    long count = 1;
    for (int size : sizes) {
      count *= size;
    }
    return count;
  }

  /** The same sizes with the first axes as node axes: one of node features, two of an adjacency matrix. */
  public Shape ofNodes(int axes) {
    return new Shape(sizes, Math.min(axes, rank()));
  }

  /** Number of leading node axes. */
  public int nodeAxes() {
    return nodeAxes;
  }

  public Axis axis(int axis) {
    return Axis.of(rank(), axis);
  }

  /** Localized name of an axis. */
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

  /** 16×4×4; 1 for a scalar. */
  @Override
  public String toString() {
    return rank() == 0 ? "1" : IntStream.of(sizes).mapToObj(String::valueOf).collect(Collectors.joining("×"));
  }
}
