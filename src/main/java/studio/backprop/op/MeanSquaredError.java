package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/** mean (p − t)², over all outputs of an example. The slope is 2·(p − t)/outputs. Legendre 1805. */
public final class MeanSquaredError extends LossOp {
  public MeanSquaredError(Builder builder, Tensor prediction, Tensor target) {
    super(builder, prediction, target);
  }

  @Override
  protected double cost(float[] p, float[] t, int at) {
    double sum = 0;
    for (int i = at; i < at + width; i++) {
      double error = p[i] - t[i];
      sum += error * error;
    }
    return sum / width;
  }

  @Override
  protected void addGradient(float[] p, float[] t, int at, float scale, float[] dp) {
    float slope = 2 * scale / width;
    for (int i = at; i < at + width; i++) {
      dp[i] += slope * (p[i] - t[i]);
    }
  }
}
