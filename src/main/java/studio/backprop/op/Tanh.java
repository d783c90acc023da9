package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/** y = tanh x, in (−1, 1). The derivative is 1 − y². LeCun et al. 1998. */
public final class Tanh extends Elementwise {
  public Tanh(Builder builder, String name, Tensor x) {
    super(builder, name, x);
  }

  @Override
  protected void apply(float[] x, float[] y) {
    kernels.tanh(x, y, count);
  }

  @Override
  protected void addGradient(float[] x, float[] y, float[] dy, float[] dx) {
    for (int i = 0; i < count; i++) {
      dx[i] += dy[i] * (1f - y[i] * y[i]);
    }
  }
}
