package studio.backprop.op;

import java.util.List;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = x·W + b. x: [batch, in], or [batch, time, in] with every time step treated alike; W: [in, out]; b: [out] or none; y: [batch, out] or
 * [batch, time, out]. ∂L/∂x = ∂L/∂y·Wᵀ, ∂L/∂W = xᵀ·∂L/∂y, ∂L/∂b = the sum of ∂L/∂y over all rows. Goodfellow, Bengio and Courville
 * 2016, section 6.5.
 */
public final class Affine implements Op {
  private final Kernels kernels;
  private final Tensor x;
  private final Tensor weight;
  private final Tensor bias;
  private final Tensor y;
  private final int rows;
  private final int in;
  private final int out;
  private boolean addToInput = true;
  private boolean addToWeight = true;

  public Affine(Builder builder, String name, Tensor x, Tensor weight, Tensor bias) {
    this.kernels = builder.kernels();
    this.x = x;
    this.weight = weight;
    this.bias = bias;
    this.in = weight.rows();
    this.out = weight.rowCount();
    this.rows = x.count() / in;
    Shape shape = x.shape().rank() == 2 ? Shape.of(x.shape().size(0), out) : Shape.of(out);
    this.y = builder.buffer(name, shape, x, weight, bias);
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
    addToInput &= input != x;
    addToWeight &= input != weight;
    return input == x || input == weight;
  }

  @Override
  public OpTraits traits() {
    return new OpTraits(true, false, false);
  }

  @Override
  public void forward(Mode mode) {
    if (bias == null) {
      kernels.multiply(false, rows, out, in, x.values(), 0, weight.values(), 0, y.values(), 0);
    } else {
      kernels.affine(rows, out, in, x.values(), 0, weight.values(), 0, bias.values(), 0, y.values(), 0);
    }
  }

  @Override
  public void backward() {
    float[] dy = y.grads();
    if (x.hasGrad()) {
      kernels.multiplyRightTransposed(addToInput, rows, in, out, dy, 0, weight.values(), 0, x.grads(), 0);
    }
    if (weight.hasGrad()) {
      kernels.multiplyLeftTransposed(addToWeight, in, out, rows, x.values(), 0, dy, 0, weight.grads(), 0);
    }
    if (bias != null && bias.hasGrad()) {
      kernels.addRows(rows, out, dy, 0, bias.grads(), 0);
    }
  }
}
