package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * −t·ln σ(z) − (1 − t)·ln(1 − σ(z)), from the log-odds z, written as max(z, 0) − z·t + ln(1 + e^−|z|) so that neither side overflows. The
 * slope is σ(z) − t. Mean over the outputs of an example. Goodfellow, Bengio and Courville 2016, section 6.2.2.2.
 */
public final class BinaryCrossEntropyLogits extends LossOp {
  private final Tensor probability;

  /** @param sigmoid makes probabilities of the log-odds; its values are at hand, the gradient goes straight to the log-odds */
  public BinaryCrossEntropyLogits(Builder builder, Sigmoid sigmoid, Tensor target) {
    super(builder, sigmoid.logits(), target);
    this.probability = sigmoid.output();
  }

  @Override
  protected double cost(float[] z, float[] t, int at) {
    double sum = 0;
    for (int i = at; i < at + width; i++) {
      sum += Math.max(z[i], 0f) - z[i] * t[i] + Math.log1p(Math.exp(-Math.abs(z[i])));
    }
    return sum / width;
  }

  @Override
  protected void addGradient(float[] z, float[] t, int at, float scale, float[] dz) {
    float[] p = probability.values();
    float slope = scale / width;
    for (int i = at; i < at + width; i++) {
      dz[i] += slope * (p[i] - t[i]);
    }
  }
}
