package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/** y = max(0, x). The slope is 1 above zero and 0 elsewhere, at zero too. Nair and Hinton 2010. */
public final class Relu extends Elementwise {
  public Relu(Builder builder, String name, Tensor x) {
    super(builder, name, x);
  }

  @Override
  public boolean rectifies() {
    return true;
  }

  @Override
  protected void apply(float[] x, float[] y) {
    for (int i = 0; i < count; i++) {
      y[i] = Math.max(0f, x[i]);
    }
  }

  @Override
  protected void addGradient(float[] x, float[] y, float[] dy, float[] dx) {
    for (int i = 0; i < count; i++) {
      dx[i] += dy[i] * Math.min(1f, y[i] * HUGE);
    }
  }
}
