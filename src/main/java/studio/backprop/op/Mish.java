package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * y = x·tanh(ln(1 + eˣ)). With u = eˣ and n = u·(u + 2) the factor is n / (n + 2), so that one exponential suffices; above 20 the factor is
 * 1 in float precision, and u is clamped. The derivative is n/(n + 2) + x·u/(1 + u)·4·(n + 1)/(n + 2)². Misra 2019.
 */
public final class Mish extends Elementwise {
  private static final float LARGE = 20f;

  private final float[] power;

  public Mish(Builder builder, String name, Tensor x) {
    super(builder, name, x);
    this.power = new float[count];
  }

  @Override
  public long scratch() {
    return power.length;
  }

  @Override
  protected void apply(float[] x, float[] y) {
    for (int i = 0; i < count; i++) {
      power[i] = Math.min(LARGE, x[i]);
    }
    kernels.exp(power, power, count);
    for (int i = 0; i < count; i++) {
      float n = power[i] * (power[i] + 2f);
      y[i] = x[i] * (n / (n + 2f));
    }
  }

  @Override
  protected void addGradient(float[] x, float[] y, float[] dy, float[] dx) {
    for (int i = 0; i < count; i++) {
      float u = power[i];
      float n = u * (u + 2f);
      float whole = n + 2f;
      dx[i] += dy[i] * (n / whole + x[i] * (u / (1f + u)) * (4f * (n + 1f) / (whole * whole)));
    }
  }
}
