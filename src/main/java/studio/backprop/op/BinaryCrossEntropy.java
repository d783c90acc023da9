package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * −t·ln p − (1 − t)·ln(1 − p), from probabilities p. Logarithms are clamped to at least −100, so that the loss stays finite. The derivative
 * is (p − t)/(p·(1 − p)), with p·(1 − p) clamped to at least 10⁻¹². From logits, {@link BinaryCrossEntropyLogits} needs no clamping.
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
