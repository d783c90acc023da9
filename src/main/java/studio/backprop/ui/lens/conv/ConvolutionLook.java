package studio.backprop.ui.lens.conv;

import studio.backprop.op.WindowAxis;
import studio.backprop.train.observe.NodeTrace.OpLook;
import studio.backprop.train.observe.NodeTrace.Tensors;

/** What a convolution and a transposed one have in common: two maps, kernels, and how these sweep, down and across. */
public interface ConvolutionLook {
  OpLook op();

  default Tensors x() {
    return op().inputs().get(0);
  }

  default Tensors weight() {
    return op().parameter("weight").orElseThrow();
  }

  default Tensors y() {
    return op().output();
  }

  /** Kernels sweep over the larger map and stop once for each line of the smaller one. */
  default WindowAxis down() {
    return op().sweeps().get(0);
  }

  default WindowAxis across() {
    return op().sweeps().get(1);
  }

  /** Numbers in one channel of a kernel. */
  default int taps() {
    return down().kernel() * across().kernel();
  }

  default float bias(int filter) {
    return op().parameter("bias").map(bias -> bias.values()[filter]).orElse(0f);
  }

  default boolean hasBias() {
    return op().parameter("bias").isPresent();
  }
}
