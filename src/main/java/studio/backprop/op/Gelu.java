package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Tensor;

/**
 * y = x·Φ(x), where Φ(x) = ½·(1 + erf(x/√2)) is the standard normal distribution function. The derivative is Φ(x) + x·φ(x), φ being the
 * normal's density. Hendrycks and Gimpel 2016, exact rather than by tanh.
 */
public final class Gelu extends Elementwise {
  private static final float ROOT_HALF = (float) Math.sqrt(0.5);
  private static final float PEAK = (float) (1 / Math.sqrt(2 * Math.PI));

  private final Tensor share;
  private final float[] density;

  public Gelu(Builder builder, String name, Tensor x) {
    super(builder, name, x);
    this.share = builder.buffer("share", x.shape());
    this.density = new float[x.hasGrad() ? count : 0];
  }

  @Override
  public List<Tensor> inner() {
    return List.of(share);
  }

  @Override
  public long scratch() {
    return density.length;
  }

  @Override
  protected void apply(float[] x, float[] y) {
    float[] phi = share.values();
    for (int i = 0; i < count; i++) {
      phi[i] = x[i] * ROOT_HALF;
    }
    kernels.erf(phi, phi, count);
    for (int i = 0; i < count; i++) {
      phi[i] = 0.5f + 0.5f * phi[i];
    }
    for (int i = 0; i < count; i++) {
      y[i] = x[i] * phi[i];
    }
  }

  @Override
  protected void addGradient(float[] x, float[] y, float[] dy, float[] dx) {
    for (int i = 0; i < count; i++) {
      density[i] = -0.5f * x[i] * x[i];
    }
    kernels.exp(density, density, count);
    float[] phi = share.values();
    for (int i = 0; i < count; i++) {
      dx[i] += dy[i] * (phi[i] + x[i] * PEAK * density[i]);
    }
  }
}
