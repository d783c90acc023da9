package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * −t·ln p − (1 − t)·ln(1 − p), from probabilities p. A logarithm counts as no less than −100, so that a wrong certainty costs much, not
 * everything. The slope is (p − t)/(p·(1 − p)), where p·(1 − p) counts as no less than 10⁻¹². From log-odds,
 * {@link BinaryCrossEntropyLogits} needs no such limits.
 */
public final class BinaryCrossEntropy extends LossOp {
  private static final double LEAST_LOGARITHM = -100;
  private static final double LEAST_VARIANCE = 1e-12;

  public BinaryCrossEntropy(Builder builder, Tensor prediction, Tensor target) {
    super(builder, prediction, target, 1);
  }

  @Override
  protected double cost(float[] p, float[] t, int at) {
    return -t[at] * logarithm(p[at]) - (1 - t[at]) * logarithm(1 - (double) p[at]);
  }

  private static double logarithm(double probability) {
    return Math.max(LEAST_LOGARITHM, Math.log(probability));
  }

  @Override
  protected void addGradient(float[] p, float[] t, int at, float scale, float[] dp) {
    double variance = p[at] * (1 - (double) p[at]);
    dp[at] += (float) (scale * ((double) p[at] - t[at]) / Math.max(LEAST_VARIANCE, variance));
  }
}
