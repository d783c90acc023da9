package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * mean max(0, 1 − t·p) over all outputs of an example, where t is 1 for a right answer above 0 and −1 for any other: nothing to pay once an
 * answer is right by a margin of 1. The slope is −t/outputs inside the margin and 0 beyond. Cortes and Vapnik 1995.
 */
public final class Hinge extends LossOp {
  public Hinge(Builder builder, Tensor prediction, Tensor target) {
    super(builder, prediction, target);
  }

  @Override
  protected double cost(float[] p, float[] t, int at) {
    double sum = 0;
    for (int i = at; i < at + width; i++) {
      sum += Math.max(0f, 1f - side(t[i]) * p[i]);
    }
    return sum / width;
  }

  @Override
  protected void addGradient(float[] p, float[] t, int at, float scale, float[] dp) {
    float slope = scale / width;
    for (int i = at; i < at + width; i++) {
      dp[i] -= side(t[i]) * p[i] < 1f ? slope * side(t[i]) : 0f;
    }
  }

  private static float side(float answer) {
    return answer > 0f ? 1f : -1f;
  }
}
