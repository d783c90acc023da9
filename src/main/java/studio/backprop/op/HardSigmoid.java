package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * y = x/6 + ½, clamped to [0, 1]: a piecewise linear sigmoid. The derivative is 1/6 between −3 and 3 and 0 elsewhere. Courbariaux, Bengio
 * and David 2015, with the slope of PyTorch and Keras 3.
 */
public final class HardSigmoid extends Elementwise {
  private static final float SLOPE = 1f / 6f;

  public HardSigmoid(Builder builder, String name, Tensor x) {
    super(builder, name, x);
  }

  @Override
  public boolean hasCorners() {
    return true;
  }

  @Override
  protected void apply(float[] x, float[] y) {
    for (int i = 0; i < count; i++) {
      y[i] = Math.max(0f, Math.min(1f, x[i] * SLOPE + 0.5f));
    }
  }

  @Override
  protected void addGradient(float[] x, float[] y, float[] dy, float[] dx) {
    for (int i = 0; i < count; i++) {
      dx[i] += dy[i] * SLOPE * Math.min(1f, y[i] * (1f - y[i]) * HUGE);
    }
  }
}
