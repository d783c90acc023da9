package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/** (p − t)². The derivative is 2·(p − t). Legendre 1805. */
public final class MeanSquaredError extends LossOp {
  public MeanSquaredError(Builder builder, Tensor prediction, Tensor target) {
    super(builder, prediction, target, 1);
  }

  @Override
  protected double cost(float[] p, float[] t, int at) {
    double error = p[at] - t[at];
    return error * error;
  }

  @Override
  protected void addGradient(float[] p, float[] t, int at, float scale, float[] dp) {
    dp[at] += 2 * scale * (p[at] - t[at]);
  }
}
