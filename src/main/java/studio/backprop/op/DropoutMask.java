package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * y = x·m/(1 − rate), where m is 0 with probability {@code rate} and 1 otherwise, drawn anew at each training step; y = x when evaluating.
 * The division preserves the expectation (inverted dropout). The gradient passes through the kept numbers. Srivastava et al. 2014.
 */
public final class DropoutMask extends DrawnOp {
  private static final int STEPS = 1 << 24;

  private final int dropped;

  public DropoutMask(Builder builder, String name, Tensor x, double rate) {
    super(builder, name, x, "dropout", "mask", 1);
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("rate must be at least 0 and below 1, but was " + rate);
    }
    this.dropped = (int) Math.round(rate * STEPS);
  }

  @Override
  void draw(float[] m) {
    float scale = (float) STEPS / (STEPS - dropped);
    int first = draws.first();
    int second = draws.second();
    for (int i = 0; i < m.length; i++) {
      int number = Draws.bits(i, first, second) >>> 8;
      // the sign bit of dropped − 1 − number: 1 where the number is kept, without a branch
      m[i] = scale * ((dropped - 1 - number) >>> 31);
    }
  }

  @Override
  void meet(float[] from, float[] m, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i] * m[i];
    }
  }

  @Override
  public void backward() {
    if (!x.hasGrad()) {
      return;
    }
    float[] m = drawn.values();
    float[] dy = y.grads();
    float[] dx = x.grads();
    for (int i = 0; i < dx.length; i++) {
      dx[i] += dy[i] * m[i];
    }
  }
}
