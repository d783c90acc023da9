package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * max(0, 1 − t·p), where t is 1 for a right answer above 0 and −1 for any other: nothing to pay once an answer is right by a margin of 1.
 * The slope is −t inside the margin and 0 beyond. Cortes and Vapnik 1995.
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
