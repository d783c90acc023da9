package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * −t·ln σ(z) − (1 − t)·ln(1 − σ(z)), from the logits z, computed as max(z, 0) − z·t + ln(1 + e^−|z|) to avoid overflow. The derivative is
 * σ(z) − t. Goodfellow, Bengio and Courville 2016, section 6.2.2.2.
 */
public final class BinaryCrossEntropyLogits extends LossOp {
  private final Tensor probability;

  /** @param sigmoid whose values are reused; the gradient goes directly to the logits */
  public BinaryCrossEntropyLogits(Builder builder, Sigmoid sigmoid, Tensor target) {
    super(builder, sigmoid.logits(), target, 1);
    this.probability = sigmoid.output();
  }

  /** Probabilities of the prediction. */
  public Tensor probability() {
    return probability;
  }

  @Override
  protected double cost(float[] z, float[] t, int at) {
    return Math.max(z[at], 0f) - z[at] * t[at] + Math.log1p(Math.exp(-Math.abs(z[at])));
  }

  @Override
  protected void addGradient(float[] z, float[] t, int at, float scale, float[] dz) {
    dz[at] += scale * (probability.values()[at] - t[at]);
  }
}
