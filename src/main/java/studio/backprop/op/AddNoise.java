package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/**
 * y = x + σ·n with n from the standard normal distribution, drawn anew at each training step; y = x when evaluating. The gradient passes
 * unchanged. Bishop 1995 shows that on average it holds weights back.
 */
public final class AddNoise implements Op {
  private final Kernels kernels;
  private final Tensor x;
  private final Tensor noise;
  private final Tensor y;
  private final Draws draws;
  private final float deviation;

  /** @param deviation σ, at least 0 */
  public AddNoise(Builder builder, String name, Tensor x, double deviation) {
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException("deviation must be at least 0, but was " + deviation);
    }
    this.kernels = builder.kernels();
    this.x = x;
    this.deviation = (float) deviation;
    this.draws = new Draws(builder.random("noise").nextLong());
    this.noise = builder.constant("noise", x);
    this.y = builder.buffer(name, x.shape(), x);
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x);
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public List<Tensor> inner() {
    return List.of(noise);
  }

  @Override
  public void begin(long step) {
    draws.begin(step);
  }

  @Override
  public void forward(Mode mode) {
    float[] n = noise.values();
    if (mode == Mode.TRAIN) {
      draws.normal(kernels, n, deviation);
    } else {
      Arrays.fill(n, 0);
    }
    float[] from = x.values();
    float[] to = y.values();
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i] + n[i];
    }
  }

  @Override
  public void backward() {
    if (x.hasGrad()) {
      kernels.addScaled(1, y.grads(), x.grads(), x.count());
    }
  }
}
