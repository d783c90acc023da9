package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * −t·ln p − (1 − t)·ln(1 − p), from probabilities p. Probabilities nearer to 0 or 1 than 10⁻⁷ count as 10⁻⁷ away, so that a wrong certainty
 * costs much, not everything. The slope is (p − t)/(p·(1 − p)). Mean over the outputs of an example. From log-odds,
 * {@link BinaryCrossEntropyLogits} needs no such limit.
 */
public final class BinaryCrossEntropy extends LossOp {
  private static final double LEAST = 1e-7;

  public BinaryCrossEntropy(Builder builder, Tensor prediction, Tensor target) {
    super(builder, prediction, target);
  }

  @Override
  protected double cost(float[] p, float[] t, int at) {
    double sum = 0;
    for (int i = at; i < at + width; i++) {
      double q = within(p[i]);
      sum -= t[i] * Math.log(q) + (1 - t[i]) * Math.log(1 - q);
    }
    return sum / width;
  }

  @Override
  protected void addGradient(float[] p, float[] t, int at, float scale, float[] dp) {
    for (int i = at; i < at + width; i++) {
      double q = within(p[i]);
      dp[i] += (float) (scale / width * (q - t[i]) / (q * (1 - q)));
    }
  }

  private static double within(double probability) {
    return Math.max(LEAST, Math.min(1 - LEAST, probability));
  }
}
