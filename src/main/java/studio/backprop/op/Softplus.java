package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * y = ln(1 + eˣ), a smooth ReLU, computed as max(0, x) + ln(1 + e^−|x|) to avoid overflow. The derivative is 1 / (1 + e⁻ˣ). Dugas et al.
 * 2001.
 */
public final class Softplus extends Elementwise {
  private final float[] slope;

  public Softplus(Builder builder, String name, Tensor x) {
    super(builder, name, x);
    this.slope = new float[x.hasGrad() ? count : 0];
  }

  @Override
  public long scratch() {
    return slope.length;
  }

  @Override
  protected void apply(float[] x, float[] y) {
    for (int i = 0; i < count; i++) {
      y[i] = -Math.abs(x[i]);
    }
    kernels.exp(y, y, count);
    for (int i = 0; i < count; i++) {
      y[i] += 1f;
    }
    kernels.log(y, y, count);
    for (int i = 0; i < count; i++) {
      y[i] += Math.max(0f, x[i]);
    }
  }

  @Override
  protected void addGradient(float[] x, float[] y, float[] dy, float[] dx) {
    kernels.sigmoid(x, slope, count);
    for (int i = 0; i < count; i++) {
      dx[i] += dy[i] * slope[i];
    }
  }
}
