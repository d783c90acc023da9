package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * max(0, 1 − t·p), with t = 1 for the positive class and −1 for the negative one: zero beyond a margin of 1. The derivative is −t inside
 * the margin and 0 beyond. Cortes and Vapnik 1995.
 */
public final class Hinge extends LossOp {
  public Hinge(Builder builder, Tensor prediction, Tensor target) {
    super(builder, prediction, target, 1);
  }

  @Override
  public boolean hasCorners() {
    return true;
  }

  @Override
  protected double cost(float[] p, float[] t, int at) {
    return Math.max(0f, 1f - side(t[at]) * p[at]);
  }

  @Override
  protected void addGradient(float[] p, float[] t, int at, float scale, float[] dp) {
    dp[at] -= side(t[at]) * p[at] < 1f ? scale * side(t[at]) : 0f;
  }

  private static float side(float answer) {
    return answer > 0f ? 1f : -1f;
  }
}
