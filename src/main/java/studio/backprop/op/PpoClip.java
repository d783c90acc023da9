package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * −min(ρ·A, clip(ρ, 1 − ε, 1 + ε)·A) − β·H with the ratio ρ = π(a|s) ⁄ π_old(a|s): a policy gradient that keeps the policy close to the one
 * that acted. Where clipped, the gradient is 0. Schulman et al. 2017, equation 7.
 */
public final class PpoClip extends PolicyLoss {
  private double clip = 0.2;

  public PpoClip(Builder builder, Softmax softmax, Tensor target) {
    super(builder, softmax, target);
  }

  /** Clip range ε of the ratio. */
  public void clip(double epsilon) {
    clip = epsilon;
  }

  public double clip() {
    return clip;
  }

  public double ratio(int row) {
    return Math.exp(logProbability(row) - logOld().values()[row]);
  }

  @Override
  double cost(double log, double advantage, double old) {
    double ratio = Math.exp(log - old);
    return -Math.min(ratio * advantage, clipped(ratio) * advantage);
  }

  @Override
  double slope(double log, double advantage, double old) {
    double ratio = Math.exp(log - old);
    return ratio * advantage <= clipped(ratio) * advantage ? -ratio * advantage : 0;
  }

  private double clipped(double ratio) {
    return Math.max(1 - clip, Math.min(1 + clip, ratio));
  }
}
