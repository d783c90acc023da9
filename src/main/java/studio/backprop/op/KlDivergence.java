package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * Σ tᵢ·(ln tᵢ − pᵢ), from log-probabilities p: [batch, …, classes] and probabilities t, in nats. Terms with t = 0 are 0. The derivative is
 * −t. Kullback and Leibler 1951.
 */
public final class KlDivergence extends LossOp {
  public KlDivergence(Builder builder, Tensor prediction, Tensor target) {
    super(builder, prediction, target, target.shape().size(target.shape().rank() - 1));
  }

  @Override
  protected double cost(float[] p, float[] t, int at) {
    double sum = 0;
    for (int i = at; i < at + width; i++) {
      if (t[i] > 0) {
        sum += t[i] * (Math.log(t[i]) - p[i]);
      }
    }
    return sum;
  }

  @Override
  protected void addGradient(float[] p, float[] t, int at, float scale, float[] dp) {
    for (int i = at; i < at + width; i++) {
      dp[i] -= scale * t[i];
    }
  }
}
