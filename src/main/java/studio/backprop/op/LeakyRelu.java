package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * y = x above zero and 0.01·x below: with a non-zero gradient everywhere, units cannot die. The derivative at zero is 0.01. Maas, Hannun
 * and Ng 2013.
 */
public final class LeakyRelu extends Elementwise {
  private static final float LEAK = 0.01f;

  public LeakyRelu(Builder builder, String name, Tensor x) {
    super(builder, name, x);
  }

  @Override
  public boolean hasCorners() {
    return true;
  }

  @Override
  protected void apply(float[] x, float[] y) {
    for (int i = 0; i < count; i++) {
      y[i] = Math.max(x[i], LEAK * x[i]);
    }
  }

  @Override
  protected void addGradient(float[] x, float[] y, float[] dy, float[] dx) {
    for (int i = 0; i < count; i++) {
      dx[i] += dy[i] * Math.max(LEAK, Math.min(1f, x[i] * HUGE));
    }
  }
}
