package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/** y = 1 / (1 + e⁻ˣ), the probability with the log-odds x. The derivative is y·(1 − y), at most ¼. Rumelhart, Hinton and Williams 1986. */
public final class Sigmoid extends Elementwise {
  public Sigmoid(Builder builder, String name, Tensor x) {
    super(builder, name, x);
  }

  public Tensor logits() {
    return x;
  }

  @Override
  protected void apply(float[] x, float[] y) {
    kernels.sigmoid(x, y, count);
  }

  @Override
  protected void addGradient(float[] x, float[] y, float[] dy, float[] dx) {
    for (int i = 0; i < count; i++) {
      dx[i] += dy[i] * y[i] * (1 - y[i]);
    }
  }
}
