package studio.backprop.train.optim;

import java.util.List;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Tensor;

/**
 * Steps of about the same size in every direction: the average gradient divided by the root of the average squared gradient.
 * m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − rate · m̂ / (√v̂ + ε), with m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ).
 * Kingma and Ba 2015.
 *
 * @param beta1 how much of the average gradient is kept at each step
 * @param beta2 how much of the average squared gradient is kept
 * @param epsilon keeps the division from exploding
 */
public record Adam(
    @Range(min = 0, max = 0.9999) double beta1,
    @Range(min = 0, max = 0.999999) double beta2,
    @Range(min = 1e-12, max = 1) double epsilon)
    implements Optimizer {

  public static final Adam STANDARD = new Adam(0.9, 0.999, 1e-8);

  @Override
  public Updates start(List<Tensor> parameters) {
    return new Memory(parameters, 2) {
      @Override
      protected void step(float[] w, float[] g, float[][] kept, double rate) {
        float stepSize = (float) (rate / (1 - Math.pow(beta1, steps())));
        float root = (float) (1 / Math.sqrt(1 - Math.pow(beta2, steps())));
        update(w, g, kept[0], kept[1], stepSize, root);
      }
    };
  }

  private void update(float[] w, float[] g, float[] m, float[] v, float stepSize, float root) {
    float keep1 = (float) beta1;
    float keep2 = (float) beta2;
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    float tiny = (float) epsilon;
    for (int i = 0; i < w.length; i++) {
      m[i] = keep1 * m[i] + new1 * g[i];
      v[i] = keep2 * v[i] + new2 * g[i] * g[i];
      w[i] -= stepSize * m[i] / ((float) Math.sqrt(v[i]) * root + tiny);
    }
  }
}
