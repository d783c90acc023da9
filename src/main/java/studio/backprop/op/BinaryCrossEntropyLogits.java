package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * −t·ln σ(z) − (1 − t)·ln(1 − σ(z)), from the log-odds z, written as max(z, 0) − z·t + ln(1 + e^−|z|) so that neither side overflows. The
 * slope is σ(z) − t. Goodfellow, Bengio and Courville 2016, section 6.2.2.2. Mean over the outputs of an example.
 */
public final class BinaryCrossEntropyLogits extends LossOp {
  public BinaryCrossEntropyLogits(Builder builder, Tensor logits, Tensor target) {
    super(builder, logits, target);
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
    for (int i = at; i < at + width; i++) {
      float probability = (float) (1 / (1 + Math.exp(-z[i])));
      dz[i] += scale / width * (probability - t[i]);
    }
  }
}
