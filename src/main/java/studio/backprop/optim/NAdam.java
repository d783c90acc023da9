package studio.backprop.optim;

import static studio.backprop.text.Latex.factor;
import static studio.backprop.text.Latex.number;

import java.util.List;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Tensor;

/**
 * Adam with Nesterov momentum and its warm-up: μₜ = β₁(1 − ½ · 0.96^(tψ)). m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − rate ·
 * (μₜ₊₁m/(1 − ∏ᵗ⁺¹μ) + (1 − μₜ)g/(1 − ∏ᵗμ)) / (√v̂ + ε), with v̂ = v/(1 − β₂ᵗ). Dozat 2016.
 *
 * @param beta1 β₁, decay of the first moment
 * @param beta2 β₂, decay of the second moment
 * @param epsilon ε, numerical stability
 * @param momentumDecay ψ, speed of the warm-up
 */
public record NAdam(
    @Range(min = 0, max = 0.9999) double beta1,
    @Range(min = 0, max = 0.999999) double beta2,
    @Range(min = 1e-12, max = 1) double epsilon,
    @Range(min = 0, max = 1) double momentumDecay)
    implements Optimizer {

  public static final NAdam STANDARD = new NAdam(0.9, 0.999, 1e-8, 0.004);

  @Override
  public OptimizerState start(List<Tensor> parameters) {
    return new SlotState(parameters, 2) {
      private double product = 1;
      private long multiplied;
      private float meanPace;
      private float gradPace;
      private float root;

      @Override
      void prepare(long step, double rate) {
        multiplyUpTo(step);
        double next = momentum(step + 1);
        meanPace = (float) (rate * next / (1 - product * next));
        gradPace = (float) (rate * (1 - momentum(step)) / (1 - product));
        root = (float) (1 / Math.sqrt(1 - Math.pow(beta2, step)));
      }

      /** Product of the momenta of all steps; recomputed after {@link #restore}. */
      private void multiplyUpTo(long step) {
        if (multiplied >= step) {
          product = 1;
          multiplied = 0;
        }
        while (multiplied < step) {
          multiplied++;
          product *= momentum(multiplied);
        }
      }

      @Override
      void move(float[] w, float[] g, float[][] kept, int from, int to) {
        update(w, g, kept[0], kept[1], meanPace, gradPace, root, from, to);
      }
    };
  }

  private double momentum(long step) {
    return beta1 * (1 - 0.5 * Math.pow(0.96, step * momentumDecay));
  }

  private void update(float[] w, float[] g, float[] m, float[] v, float meanPace, float gradPace, float root, int from, int to) {
    float keep1 = (float) beta1;
    float keep2 = (float) beta2;
    float add1 = (float) (1 - beta1);
    float add2 = (float) (1 - beta2);
    float tiny = (float) epsilon;
    for (int i = from; i < to; i++) {
      float mean = keep1 * m[i] + add1 * g[i];
      float square = keep2 * v[i] + add2 * g[i] * g[i];
      m[i] = mean;
      v[i] = square;
      w[i] -= (meanPace * mean + gradPace * g[i]) / ((float) Math.sqrt(square) * root + tiny);
    }
  }

  @Override
  public List<FormulaLine> account(double w, double g, double[] memory, long step, double rate) {
    double product = 1;
    for (long t = 1; t <= step; t++) {
      product *= momentum(t);
    }
    double next = momentum(step + 1);
    double mean = beta1 * memory[0] + (1 - beta1) * g;
    double square = beta2 * memory[1] + (1 - beta2) * g * g;
    double m = next * mean / (1 - product * next) + (1 - momentum(step)) * g / (1 - product);
    double v = square / (1 - Math.pow(beta2, step));
    return List.of(
        new FormulaLine("m", "\\beta_1 m + (1 - \\beta_1)\\, g",
            number(beta1) + " \\cdot " + factor(memory[0]) + " + " + number(1 - beta1) + " \\cdot " + factor(g), mean),
        new FormulaLine("v", "\\beta_2 v + (1 - \\beta_2)\\, g^2",
            number(beta2) + " \\cdot " + factor(memory[1]) + " + " + number(1 - beta2) + " \\cdot " + factor(g) + "^2", square),
        new FormulaLine("\\hat{m}", "\\frac{\\mu_{t+1}\\, m}{1 - \\prod^{t+1}\\mu} + \\frac{(1 - \\mu_t)\\, g}{1 - \\prod^{t}\\mu}",
            "\\frac{" + number(next) + " \\cdot " + factor(mean) + "}{" + number(1 - product * next) + "} + \\frac{"
                + number(1 - momentum(step)) + " \\cdot "
                + factor(g) + "}{" + number(1 - product) + "}", m),
        new FormulaLine("\\hat{v}", "\\frac{v}{1 - \\beta_2^t}", "\\frac{" + number(square) + "}{1 - " + number(beta2) + "^{" + step
            + "}}", v),
        new FormulaLine("w", "w - \\frac{\\eta\\, \\hat{m}}{\\sqrt{\\hat{v}} + \\varepsilon}",
            number(w) + " - \\frac{" + number(rate) + " \\cdot " + factor(m) + "}{\\sqrt{" + number(v) + "} + " + number(epsilon) + "}",
            w - rate * m / (Math.sqrt(v) + epsilon)));
  }
}
