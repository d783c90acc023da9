package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/** |p − t|: robust against outliers. The derivative is ±1, and 0 where p = t. Boscovich 1757. */
public final class MeanAbsoluteError extends LossOp {
  public MeanAbsoluteError(Builder builder, Tensor prediction, Tensor target) {
    super(builder, prediction, target, 1);
  }

  @Override
  public boolean hasCorners() {
    return true;
  }

  @Override
  protected double cost(float[] p, float[] t, int at) {
    return Math.abs(p[at] - t[at]);
  }

  @Override
  protected void addGradient(float[] p, float[] t, int at, float scale, float[] dp) {
    dp[at] += scale * Math.signum(p[at] - t[at]);
  }
}
