package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/**
 * y = x + σ·n with n from the standard normal distribution, drawn anew at each training step; y = x when evaluating. The gradient passes
 * unchanged. n = √(−2 ln u)·cos 2πv for u and v between 0 and 1: Box and Muller 1958.
 */
public final class AddNoise implements Op {
  private static final float STEP = 0x1p-24f;

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
      draw(n);
    } else {
      Arrays.fill(n, 0);
    }
    float[] from = x.values();
    float[] to = y.values();
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i] + n[i];
    }
  }

  private void draw(float[] n) {
    int first = draws.first();
    int second = draws.second();
    for (int i = 0; i < n.length; i++) {
      n[i] = ((Draws.bits(2 * i, first, second) >>> 8) + 1) * STEP;
    }
    kernels.log(n, n, n.length);
    for (int i = 0; i < n.length; i++) {
      float turn = (Draws.bits(2 * i + 1, first, second) >> 8) * STEP;
      n[i] = deviation * (float) Math.sqrt(-2 * n[i]) * cosine(turn);
    }
  }

  /** The cosine of a part of a full turn, between −1/2 and 1/2: cos 2a = 2·cos² a − 1, and the series of cos a as far as a float sees. */
  private static float cosine(float turn) {
    float square = (float) (Math.PI * Math.PI) * turn * turn;
    float half = 1 + square * (-1 / 2f + square * (1 / 24f + square * (-1 / 720f + square * (1 / 40320f - square * (1 / 3628800f)))));
    return 2 * half * half - 1;
  }

  @Override
  public void backward() {
    if (x.hasGrad()) {
      kernels.addScaled(1, y.grads(), x.grads(), x.count());
    }
  }
}
