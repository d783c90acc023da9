package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * y = x above zero and eˣ − 1 below, which saturates at −1 and keeps the mean activation near zero. The derivative is 1 above zero and y +
 * 1 below. Clevert, Unterthiner and Hochreiter 2016, with α = 1.
 */
public final class Elu extends Elementwise {
  public Elu(Builder builder, String name, Tensor x) {
    super(builder, name, x);
  }

  @Override
  protected void apply(float[] x, float[] y) {
    for (int i = 0; i < count; i++) {
      y[i] = Math.min(0f, x[i]);
    }
    kernels.exp(y, y, count);
    for (int i = 0; i < count; i++) {
      y[i] = Math.max(0f, x[i]) + (y[i] - 1f);
    }
  }

  @Override
  protected void addGradient(float[] x, float[] y, float[] dy, float[] dx) {
    for (int i = 0; i < count; i++) {
      dx[i] += dy[i] * (Math.min(0f, y[i]) + 1f);
    }
  }
}
