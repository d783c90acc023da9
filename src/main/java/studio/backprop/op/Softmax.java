package studio.backprop.op;

import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/**
 * yᵢ = eˣⁱ / Σⱼ eˣʲ along the last axis: a probability distribution. ∂L/∂xᵢ = yᵢ·(∂L/∂yᵢ − Σⱼ ∂L/∂yⱼ·yⱼ). The maximum of a row is
 * subtracted first, to avoid overflow. Bridle 1990.
 */
public final class Softmax implements Op {
  private final Kernels kernels;
  private final Tensor x;
  private final Tensor y;
  private final int columns;
  private final int rows;

  public Softmax(Builder builder, String name, Tensor x) {
    this.kernels = builder.kernels();
    this.x = x;
    this.columns = x.shape().size(x.shape().rank() - 1);
    this.rows = x.count() / columns;
    this.y = builder.buffer(name, x.shape(), x);
  }

  public Tensor logits() {
    return x;
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x);
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public void forward(Mode mode) {
    kernels.softmaxRows(x.values(), y.values(), rows, columns);
  }

  @Override
  public void backward() {
    if (!x.hasGrad()) {
      return;
    }
    float[] p = y.values();
    float[] dy = y.grads();
    float[] dx = x.grads();
    for (int row = 0; row < rows; row++) {
      int start = row * columns;
      float mean = 0;
      for (int j = 0; j < columns; j++) {
        mean += dy[start + j] * p[start + j];
      }
      for (int j = 0; j < columns; j++) {
        dx[start + j] += p[start + j] * (dy[start + j] - mean);
      }
    }
  }
}
