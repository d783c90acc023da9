package studio.backprop.op;

import java.util.stream.IntStream;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = the maximum in the window, channel by channel. x: [batch, channels, height, width]. The gradient goes to the maximum only, for ties
 * to the first. Padding is −∞. Zhou and Chellappa 1988; LeCun et al. 1998.
 */
public final class MaxPool extends Pool {
  /** @throws IllegalArgumentException if padding could fill a whole window */
  public MaxPool(Builder builder, String name, Tensor x, WindowAxis down, WindowAxis across) {
    super(builder, name, x, down, across, Kernels::maxPooling);
  }

  private MaxPool(Builder builder, String name, Tensor x, Shape shape, int pixels, int[][] windows) {
    super(builder, name, x, shape, pixels, windows, Kernels::maxPooling);
  }

  @Override
  public boolean hasCorners() {
    return true;
  }

  /**
   * Maximum along an axis, which is removed.
   *
   * @param shape without it
   */
  public static MaxPool over(Builder builder, String name, Tensor x, int axis, Shape shape) {
    AxisRuns runs = AxisRuns.of(x, axis);
    int inner = runs.inner() / x.lanes();
    int[][] windows =
        IntStream.range(0, inner).mapToObj(i -> IntStream.range(0, runs.size()).map(place -> place * inner + i).toArray())
            .toArray(int[][]::new);
    return new MaxPool(builder, name, x, shape, runs.size() * inner, windows);
  }
}
