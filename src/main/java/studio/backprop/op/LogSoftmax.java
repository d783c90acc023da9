package studio.backprop.op;

import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/**
 * yᵢ = ln(eˣⁱ / Σⱼ eˣʲ) along the last axis: log-probabilities. Computed as xᵢ − max + ln(max softmax), which is exact where a probability
 * would round to 0. ∂L/∂xᵢ = ∂L/∂yᵢ − softmax(x)ᵢ·Σⱼ ∂L/∂yⱼ. Goodfellow, Bengio and Courville 2016, section 6.2.2.3.
 */
public final class LogSoftmax implements Op {
  private final Kernels kernels;
  private final Tensor x;
  private final Tensor share;
  private final Tensor y;
  private final int columns;
  private final int rows;

  public LogSoftmax(Builder builder, String name, Tensor x) {
    this.kernels = builder.kernels();
    this.x = x;
    this.columns = x.shape().size(x.shape().rank() - 1);
    this.rows = x.count() / columns;
    this.share = builder.buffer("probability", x.shape());
    this.y = builder.buffer(name, x.shape(), x);
  }

  /** Softmax of x. */
  public Tensor probability() {
    return share;
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
  public List<Tensor> inner() {
    return List.of(share);
  }

  @Override
  public void forward(Mode mode) {
    float[] from = x.values();
    float[] p = share.values();
    float[] to = y.values();
    kernels.softmaxRows(from, p, rows, columns);
    for (int row = 0; row < rows; row++) {
      int start = row * columns;
      int largest = start;
      for (int i = start + 1; i < start + columns; i++) {
        largest = from[i] > from[largest] ? i : largest;
      }
      float max = from[largest];
      float logLargest = (float) Math.log(p[largest]);
      for (int i = start; i < start + columns; i++) {
        to[i] = from[i] - max + logLargest;
      }
    }
  }

  @Override
  public void backward() {
    if (!x.hasGrad()) {
      return;
    }
    float[] p = share.values();
    float[] dy = y.grads();
    float[] dx = x.grads();
    for (int row = 0; row < rows; row++) {
      int start = row * columns;
      float sum = 0;
      for (int i = start; i < start + columns; i++) {
        sum += dy[i];
      }
      for (int i = start; i < start + columns; i++) {
        dx[i] += dy[i] - p[i] * sum;
      }
    }
  }
}
