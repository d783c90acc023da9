package studio.backprop.op;

import studio.backprop.tensor.Tensor;

/**
 * −Σ tᵢ·ln softmax(z)ᵢ, from the logits z: [batch, …, classes], t one-hot or probabilities. Computed as Σ tᵢ·(max z − ln(max softmax) −
 * zᵢ), which neither overflows nor loses small probabilities. The derivative is softmax(z)·Σt − t. Goodfellow, Bengio and Courville 2016,
 * section 6.2.2.3.
 */
public final class CrossEntropyLogits extends LossOp {
  private final Tensor probability;

  /** @param softmax whose values are reused; the gradient goes directly to the logits */
  public CrossEntropyLogits(Builder builder, Softmax softmax, Tensor target) {
    super(builder, softmax.logits(), target, target.shape().size(target.shape().rank() - 1));
    this.probability = softmax.output();
  }

  /** Probabilities of the prediction. */
  public Tensor probability() {
    return probability;
  }

  @Override
  protected double cost(float[] z, float[] t, int at) {
    int largest = at;
    for (int i = at + 1; i < at + width; i++) {
      largest = z[i] > z[largest] ? i : largest;
    }
    double logSum = z[largest] - Math.log(probability.values()[largest]);
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
    float[] p = probability.values();
    float mass = 0;
    for (int i = at; i < at + width; i++) {
      mass += t[i];
    }
    for (int i = at; i < at + width; i++) {
      dz[i] += scale * (p[i] * mass - t[i]);
    }
  }
}
