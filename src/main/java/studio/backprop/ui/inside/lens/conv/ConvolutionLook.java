package studio.backprop.ui.inside.lens.conv;

import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.WindowAxis;
import studio.backprop.setting.Size;

/** Common view of convolution and transposed convolution: two maps, kernels, and their sweep along both axes. */
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

  int filters();

  /** Channels that one filter reads. */
  int channels();

  /** Input channel for a filter's channel (grouped convolution). */
  int inputChannel(int filter, int channel);

  /** One channel of a kernel, or of its gradient. */
  float[] kernel(float[] numbers, int filter, int channel);

  Size map();

  /** Offset of an output map. */
  default int mapAt(int filter) {
    return filter * map().height() * map().width();
  }

  /** Index of a map's number in the op's output. */
  default int place(int filter, int row, int column) {
    return mapAt(filter) + row * map().width() + column;
  }

  /** Index of a map's number in the node's output. */
  default int answer(int filter, int row, int column) {
    return place(filter, row, column);
  }

  /** Contribution of each channel to an output. */
  float[] partialSums(int filter, int row, int column);

  /** z, before the activation. */
  float sum(int filter, int row, int column);

  default float output(int filter, int row, int column) {
    return y().values()[place(filter, row, column)];
  }

  default float bias(int filter) {
    return op().parameter("bias").map(bias -> bias.values()[filter]).orElse(0f);
  }

  default boolean hasBias() {
    return op().parameter("bias").isPresent();
  }
}
