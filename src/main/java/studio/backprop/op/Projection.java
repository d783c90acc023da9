package studio.backprop.op;

import java.util.List;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = x·Wᵀ + b for some rows of W, in PyTorch's layout of attention weights. x: [batch, time, in], W: [rows, in], b: [rows] or none, y:
 * [batch, time, number of selected rows]. ∂L/∂x = ∂L/∂y·W, ∂L/∂W = ∂L/∂yᵀ·x.
 */
public final class Projection implements Op {
  private final Kernels kernels;
  private final Tensor x;
  private final Tensor weight;
  private final Tensor bias;
  private final Tensor y;
  private final int first;
  private final int rows;
  private final int in;
  private final int out;
  private boolean addToInput = true;
  private boolean addToWeight = true;

  /**
   * @param bias may be null
   * @param first row of W
   * @param out number of rows of W
   */
  public Projection(Builder builder, String name, Tensor x, Tensor weight, Tensor bias, int first, int out) {
    this.kernels = builder.kernels();
    this.x = x;
    this.weight = weight;
    this.bias = bias;
    this.first = first;
    this.in = weight.rowCount();
    this.out = out;
    this.rows = x.count() / in;
    this.y = builder.buffer(name, Shape.of(x.shape().size(0), out), x, weight, bias);
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
    boolean whole = input == weight && out == weight.rows();
    addToInput &= input != x;
    addToWeight &= !whole;
    return input == x || whole;
  }

  @Override
  public OpTraits traits() {
    return new OpTraits(true, false, false);
  }

  @Override
  public void forward(Mode mode) {
    if (bias == null) {
      kernels.multiplyRightTransposed(false, rows, out, in, x.values(), 0, weight.values(), first * in, y.values(), 0);
    } else {
      kernels.affineTransposed(rows, out, in, x.values(), 0, weight.values(), first * in, bias.values(), first, y.values(), 0);
    }
  }

  @Override
  public void backward() {
    float[] dy = y.grads();
    if (x.hasGrad()) {
      kernels.multiply(addToInput, rows, in, out, dy, 0, weight.values(), first * in, x.grads(), 0);
    }
    if (weight.hasGrad()) {
      kernels.multiplyLeftTransposed(addToWeight, out, in, rows, dy, 0, x.values(), 0, weight.grads(), first * in);
    }
    if (bias != null && bias.hasGrad()) {
      kernels.addRows(rows, out, dy, 0, bias.grads(), first);
    }
  }
}
