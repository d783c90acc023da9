package studio.backprop.optim;

import static studio.backprop.text.Latex.factor;
import static studio.backprop.text.Latex.number;

import java.util.List;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Tensor;

/**
 * Lion: sign of an interpolation of momentum and gradient. c ← β₁m + (1 − β₁)g, w ← w − rate · (sign(c) + λw), m ← β₂m + (1 − β₂)g. Chen et
 * al. 2023, algorithm 2.
 *
 * @param beta1 β₁, weight of the momentum in c
 * @param beta2 β₂, decay of the momentum
 * @param weightDecay λ, decoupled weight decay
 */
public record Lion(
    @Range(min = 0, max = 0.9999) double beta1,
    @Range(min = 0, max = 0.999999) double beta2,
    @Range(min = 0, max = 1) double weightDecay)
    implements Optimizer {

  public static final Lion STANDARD = new Lion(0.9, 0.99, 0);

  @Override
  public OptimizerState start(List<Tensor> parameters) {
    return new SlotState(parameters, 1) {
      private float rate;
      private float keptShare;

      @Override
      void prepare(long step, double learningRate) {
        rate = (float) learningRate;
        keptShare = (float) (1 - learningRate * weightDecay);
      }

      @Override
      void move(float[] w, float[] g, float[][] slots, int from, int to) {
        update(w, g, slots[0], keptShare, rate, from, to);
      }
    };
  }

  private void update(float[] w, float[] g, float[] m, float keptShare, float rate, int from, int to) {
    float keep1 = (float) beta1;
    float add1 = (float) (1 - beta1);
    float keep2 = (float) beta2;
    float add2 = (float) (1 - beta2);
    for (int i = from; i < to; i++) {
      float direction = Math.signum(keep1 * m[i] + add1 * g[i]);
      m[i] = keep2 * m[i] + add2 * g[i];
      w[i] = keptShare * w[i] - rate * direction;
    }
  }

  @Override
  public List<FormulaLine> account(double w, double g, double[] memory, long step, double rate) {
    double mix = beta1 * memory[0] + (1 - beta1) * g;
    double kept = (1 - rate * weightDecay) * w;
    return List.of(
        new FormulaLine("c", "\\beta_1 m + (1 - \\beta_1)\\, g",
            number(beta1) + " \\cdot " + factor(memory[0]) + " + " + number(1 - beta1) + " \\cdot " + factor(g), mix),
        new FormulaLine("m", "\\beta_2 m + (1 - \\beta_2)\\, g",
            number(beta2) + " \\cdot " + factor(memory[0]) + " + " + number(1 - beta2) + " \\cdot " + factor(g),
            beta2 * memory[0] + (1 - beta2) * g),
        new FormulaLine("w", (weightDecay == 0 ? "w" : "(1 - \\eta\\lambda)\\, w") + " - \\eta\\, \\mathrm{sign}(c)",
            number(kept) + " - " + number(rate) + " \\cdot " + factor(Math.signum(mix)), kept - rate * Math.signum(mix)));
  }
}
