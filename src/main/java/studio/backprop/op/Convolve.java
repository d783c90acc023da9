package studio.backprop.op;

import java.util.List;
import java.util.stream.Stream;
import studio.backprop.kernel.ConvSize;
import studio.backprop.kernel.Convolution;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = x ⋆ w + b: sums of products of each filter with every window of the image. x: [batch, in, height, width]; w: [filters, in/groups,
 * kernel height, kernel width]; b: [filters] or none; y: [batch, filters, height, width]. ∂L/∂x is the full convolution of ∂L/∂y with the
 * flipped w, ∂L/∂w the correlation of x with ∂L/∂y. A cross-correlation, as in every framework. A ReLU may be fused: y = max(0, x ⋆ w + b),
 * without storing the sums. LeCun et al. 1989; Dumoulin and Visin 2016.
 */
public final class Convolve implements Op {
  private final Convolution convolution;
  private final Tensor x;
  private final Tensor weight;
  private final Tensor bias;
  private final Tensor y;
  private final List<WindowAxis> sweeps;
  private final boolean relu;
  private boolean add = true;

  /**
   * @param bias may be null
   * @param relu whether a ReLU is fused
   */
  public Convolve(Builder builder, String name, Tensor x, Tensor weight, Tensor bias, WindowAxis down, WindowAxis across, int groups,
      boolean relu) {
    this.sweeps = List.of(down, across);
    this.x = x;
    this.weight = weight;
    this.bias = bias;
    this.relu = relu;
    int filters = weight.rows();
    this.convolution =
        builder
            .kernels()
            .convolution(
                new ConvSize(
                    x.rows(), x.shape().size(0), down.size(), across.size(), filters, down.kernel(), across.kernel(), down.stride(),
                    across.stride(), down.before(), across.before(), down.after(), across.after(), down.dilation(), across.dilation(),
                    groups),
                x.lanes(),
                relu);
    this.y = builder.buffer(name, Shape.of(filters, down.steps(), across.steps()), x, weight, bias);
  }

  @Override
  public List<WindowAxis> sweeps() {
    return sweeps;
  }

  @Override
  public List<Tensor> inputs() {
    return Stream.of(x, weight, bias).filter(t -> t != null).toList();
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public String name() {
    return relu ? "convolve relu" : "convolve";
  }

  @Override
  public boolean rectifies() {
    return relu;
  }

  @Override
  public boolean claimGradient(Tensor input) {
    boolean images = input == x;
    add &= !images;
    return images;
  }

  @Override
  public OpTraits traits() {
    return new OpTraits(true, relu, false);
  }

  @Override
  public long scratch() {
    return y.hasGrad() ? convolution.scratch() : 0;
  }

  @Override
  public void forward(Mode mode) {
    convolution.forward(x.values(), weight.values(), bias == null ? null : bias.values(), y.values());
  }

  @Override
  public void backward() {
    float[] biases = bias == null ? null : bias.grads();
    convolution.backward(x.values(), weight.values(), y.values(), y.grads(), x.grads(), add, weight.grads(), biases);
  }
}
