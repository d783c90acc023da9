package studio.backprop.op;

import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/**
 * y = the mean of the numbers in the window, channel by channel; padding is not counted. x: [batch, channels, height, width]. Each number
 * receives its share of the gradient of every window that contains it. LeCun et al. 1989.
 */
public final class AveragePool extends Pool {
  /** @throws IllegalArgumentException if padding could fill a whole window */
  public AveragePool(Builder builder, String name, Tensor x, WindowAxis down, WindowAxis across) {
    super(builder, name, x, down, across, Kernels::averagePooling);
  }
}
