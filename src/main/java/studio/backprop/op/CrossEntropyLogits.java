package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * −Σ tᵢ·ln softmax(z)ᵢ, from the logits z: [batch, classes], t one-hot or shares. Written as ln Σ eᶻʲ⁻ᵐᵃˣ + max − Σ tᵢ·zᵢ, which neither
 * overflows nor loses small probabilities. The slope is softmax(z)·Σt − t. Goodfellow, Bengio and Courville 2016, section 6.2.2.3.
 */
public final class CrossEntropyLogits extends LossOp {
  public CrossEntropyLogits(Builder builder, Tensor logits, Tensor target) {
    super(builder, logits, target);
  }

  @Override
  protected double cost(float[] z, float[] t, int at) {
    double logSum = logSumExp(z, at);
    double cost = 0;
    for (int i = at; i < at + width; i++) {
      if (t[i] != 0) {
        cost += t[i] * (logSum - z[i]);
      }
    }
    return cost;
  }

  @Override
  protected void addGradient(float[] z, float[] t, int at, float scale, float[] dz) {
    double logSum = logSumExp(z, at);
    float mass = 0;
    for (int i = at; i < at + width; i++) {
      mass += t[i];
    }
    for (int i = at; i < at + width; i++) {
      float probability = (float) Math.exp(z[i] - logSum);
      dz[i] += scale * (probability * mass - t[i]);
    }
  }

  private double logSumExp(float[] z, int at) {
    float max = z[at];
    for (int i = at + 1; i < at + width; i++) {
      max = Math.max(max, z[i]);
    }
    double sum = 0;
    for (int i = at; i < at + width; i++) {
      sum += Math.exp(z[i] - max);
    }
    return max + Math.log(sum);
  }
}
