package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * mean |p − t|, over all outputs of an example: one wild example pulls no harder than a tame one. The slope is ±1/outputs, and 0 where p
 * = t. Boscovich 1757.
 */
public final class MeanAbsoluteError extends LossOp {
  public MeanAbsoluteError(Builder builder, Tensor prediction, Tensor target) {
    super(builder, prediction, target);
  }

  @Override
  protected double cost(float[] p, float[] t, int at) {
    double sum = 0;
    for (int i = at; i < at + width; i++) {
      sum += Math.abs(p[i] - t[i]);
    }
    return sum / width;
  }

  @Override
  protected void addGradient(float[] p, float[] t, int at, float scale, float[] dp) {
    float slope = scale / width;
    for (int i = at; i < at + width; i++) {
      dp[i] += slope * Math.signum(p[i] - t[i]);
    }
  }
}
