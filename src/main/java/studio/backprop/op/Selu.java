package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * y = λ·x above zero and λ·α·(eˣ − 1) below, with λ = 1.0507 and α = 1.6733, which preserve mean 0 and variance 1 from layer to layer. The
 * derivative is λ above zero and y + λ·α below. Klambauer et al. 2017.
 */
public final class Selu extends Elementwise {
  private static final float SCALE = 1.0507009873554805f;
  private static final float FLOOR = SCALE * 1.6732632423543772f;

  public Selu(Builder builder, String name, Tensor x) {
    super(builder, name, x);
  }

  @Override
  public boolean hasCorners() {
    return true;
  }

  @Override
  protected void apply(float[] x, float[] y) {
    for (int i = 0; i < count; i++) {
      y[i] = Math.min(0f, x[i]);
    }
    kernels.exp(y, y, count);
    for (int i = 0; i < count; i++) {
      y[i] = SCALE * Math.max(0f, x[i]) + FLOOR * (y[i] - 1f);
    }
  }

  @Override
  protected void addGradient(float[] x, float[] y, float[] dy, float[] dx) {
    for (int i = 0; i < count; i++) {
      float above = Math.max(0f, Math.min(1f, y[i] * HUGE));
      dx[i] += dy[i] * (Math.min(0f, y[i]) + FLOOR + above * (SCALE - FLOOR));
    }
  }
}
