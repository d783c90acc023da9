package studio.backprop.op;

import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/**
 * y = x + σ·n with n from the standard normal distribution, drawn anew at each training step; y = x when evaluating. The gradient passes
 * unchanged. Regularizes like a weight penalty on average: Bishop 1995.
 */
public final class AddNoise extends DrawnOp {
  private final Kernels kernels;
  private final float deviation;

  /** @param deviation σ, at least 0 */
  public AddNoise(Builder builder, String name, Tensor x, double deviation) {
    super(builder, name, x, "noise", "noise", 0);
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException("deviation must be at least 0, but was " + deviation);
    }
    this.kernels = builder.kernels();
    this.deviation = (float) deviation;
  }

  @Override
  void draw(float[] noise) {
    draws.normal(kernels, noise, deviation);
  }

  @Override
  void meet(float[] from, float[] noise, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i] + noise[i];
    }
  }

  @Override
  public void backward() {
    if (x.hasGrad()) {
      kernels.addScaled(1, y.grads(), x.grads(), x.count());
    }
  }
}
