package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * −t·ln p − (1 − t)·ln(1 − p), from probabilities p. Probabilities nearer to 0 or 1 than 10⁻⁷ count as 10⁻⁷ away, so that a wrong certainty
 * costs much, not everything. The slope is (p − t)/(p·(1 − p)). From log-odds,
 * {@link BinaryCrossEntropyLogits} needs no such limit.
 */
public final class BinaryCrossEntropy extends LossOp {
  private static final double LEAST = 1e-7;

  public BinaryCrossEntropy(Builder builder, Tensor prediction, Tensor target) {
    super(builder, prediction, target, 1);
  }

  @Override
  protected double cost(float[] p, float[] t, int at) {
    double q = within(p[at]);
    return -t[at] * Math.log(q) - (1 - t[at]) * Math.log(1 - q);
  }

  @Override
  protected void addGradient(float[] p, float[] t, int at, float scale, float[] dp) {
    double q = within(p[at]);
    dp[at] += (float) (scale * (q - t[at]) / (q * (1 - q)));
  }

  private static double within(double probability) {
    return Math.max(LEAST, Math.min(1 - LEAST, probability));
  }
}
