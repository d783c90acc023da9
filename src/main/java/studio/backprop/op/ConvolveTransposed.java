package studio.backprop.op;

import java.util.List;
import java.util.stream.Stream;
import studio.backprop.kernel.ConvSize;
import studio.backprop.kernel.Convolution;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = x ⋆ᵀ w + b: every pixel adds its multiple of the kernel to the larger image; overlapping kernels are summed. x: [batch, in, height,
 * width]; w: [in, filters/groups, kernel height, kernel width]; b: [filters] or none; y: [batch, filters, height, width]. The adjoint of a
 * convolution: its forward pass is the input gradient of a convolution from y to x, and vice versa. Zeiler et al. 2010; Dumoulin and Visin
 * 2016.
 */
public final class ConvolveTransposed implements Op {
  private final Kernels kernels;
  private final Convolution convolution;
  private final Tensor x;
  private final Tensor weight;
  private final Tensor bias;
  private final Tensor y;
  private final List<WindowAxis> sweeps;
  /** Gradient of x for accumulation. */
  private final float[] scratch;
  private boolean add = true;

  /**
   * @param bias may be null
   * @param down sweep of a kernel over the <em>output</em>, with a stop for each line of x
   */
  public ConvolveTransposed(Builder builder, String name, Tensor x, Tensor weight, Tensor bias, WindowAxis down, WindowAxis across,
      int groups) {
    this.kernels = builder.kernels();
    this.sweeps = List.of(down, across);
    this.x = x;
    this.weight = weight;
    this.bias = bias;
    int filters = weight.shape().size(0) * groups;
    this.convolution =
        kernels.convolution(
            new ConvSize(
                x.rows(), filters, down.size(), across.size(), weight.rows(), down.kernel(), across.kernel(), down.stride(),
                across.stride(), down.before(), across.before(), down.after(), across.after(), down.dilation(), across.dilation(),
                groups),
            x.lanes(),
            false);
    this.y = builder.buffer(name, Shape.of(filters, down.size(), across.size()), x, weight, bias);
    this.scratch = new float[x.hasGrad() ? x.count() : 0];
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
  public boolean claimGradient(Tensor input) {
    boolean images = input == x;
    add &= !images;
    return images;
  }

  @Override
  public long scratch() {
    return scratch.length + convolution.scratch();
  }

  @Override
  public void forward(Mode mode) {
    convolution.backward(null, weight.values(), null, x.values(), y.values(), false, null, null);
    if (bias != null) {
      addBias();
    }
  }

  @Override
  public void backward() {
    if (weight.hasGrad()) {
      convolution.backward(y.grads(), weight.values(), null, x.values(), null, false, weight.grads(), null);
    }
    if (bias != null && bias.hasGrad()) {
      addBiasGradient();
    }
    if (x.hasGrad()) {
      convolution.forward(y.grads(), weight.values(), null, add ? scratch : x.grads());
      if (add) {
        kernels.addScaled(1, scratch, x.grads(), scratch.length);
      }
    }
  }

  /** Numbers of one filter's plane, of all interleaved images. */
  private int plane() {
    return y.shape().size(1) * y.shape().size(2) * y.lanes();
  }

  private void addBias() {
    float[] to = y.values();
    int plane = plane();
    for (int p = 0; p * plane < to.length; p++) {
      addNumber(bias.values()[p % bias.count()], to, p * plane, (p + 1) * plane);
    }
  }

  private static void addNumber(float number, float[] to, int from, int end) {
    for (int i = from; i < end; i++) {
      to[i] += number;
    }
  }

  private void addBiasGradient() {
    int plane = plane();
    for (int p = 0; p * plane < y.count(); p++) {
      bias.grads()[p % bias.count()] += (float) kernels.sum(y.grads(), p * plane, plane);
    }
  }
}
