package studio.backprop.optim;

import static studio.backprop.text.Latex.factor;
import static studio.backprop.text.Latex.number;

import java.util.List;
import studio.backprop.kernel.AdamStep;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Tensor;

/**
 * Adam: momentum divided by the root of the average squared gradient. m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − rate · m̂ / (√v̂ +
 * ε), with m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ). Kingma and Ba 2015.
 *
 * @param beta1 β₁, decay of the first moment
 * @param beta2 β₂, decay of the second moment
 * @param epsilon ε, numerical stability
 */
public record Adam(
    @Range(min = 0, max = 0.9999) double beta1,
    @Range(min = 0, max = 0.999999) double beta2,
    @Range(min = 1e-12, max = 1) double epsilon)
    implements Optimizer {

  public static final Adam STANDARD = new Adam(0.9, 0.999, 1e-8);

  @Override
  public OptimizerState start(List<Tensor> parameters) {
    return start(parameters, 0);
  }

  /** @param decay decoupled weight decay λ, see {@link AdamW} */
  OptimizerState start(List<Tensor> parameters, double decay) {
    AdamStep adam = new AdamStep(beta1, beta2, epsilon);
    return new SlotState(parameters, 2) {
      @Override
      void prepare(long step, double rate) {
        adam.set(1 - rate * decay, rate / (1 - Math.pow(beta1, step)), 1 / Math.sqrt(1 - Math.pow(beta2, step)));
      }

      @Override
      void move(float[] w, float[] g, float[][] memory, int from, int to) {
        kernels().adam(adam, w, g, memory[0], memory[1], from, to - from);
      }
    };
  }

  @Override
  public List<FormulaLine> account(double w, double g, double[] memory, long step, double rate) {
    return account(w, g, memory, step, rate, 0);
  }

  /** @param decay as in {@link #start(List, double)} */
  List<FormulaLine> account(double w, double g, double[] memory, long step, double rate, double decay) {
    double mean = beta1 * memory[0] + (1 - beta1) * g;
    double square = beta2 * memory[1] + (1 - beta2) * g * g;
    double m = mean / (1 - Math.pow(beta1, step));
    double v = square / (1 - Math.pow(beta2, step));
    double kept = (1 - rate * decay) * w;
    return List.of(
        new FormulaLine("m", "\\beta_1 m + (1 - \\beta_1)\\, g",
            number(beta1) + " \\cdot " + factor(memory[0]) + " + " + number(1 - beta1) + " \\cdot " + factor(g), mean),
        new FormulaLine("v", "\\beta_2 v + (1 - \\beta_2)\\, g^2",
            number(beta2) + " \\cdot " + factor(memory[1]) + " + " + number(1 - beta2) + " \\cdot " + factor(g) + "^2", square),
        new FormulaLine("\\hat{m}", "\\frac{m}{1 - \\beta_1^t}", "\\frac{" + number(mean) + "}{1 - " + number(beta1) + "^{" + step + "}}",
            m),
        new FormulaLine("\\hat{v}", "\\frac{v}{1 - \\beta_2^t}", "\\frac{" + number(square) + "}{1 - " + number(beta2) + "^{" + step
            + "}}", v),
        new FormulaLine("w", (decay == 0 ? "w" : "(1 - \\eta\\lambda)\\, w")
            + " - \\frac{\\eta\\, \\hat{m}}{\\sqrt{\\hat{v}} + \\varepsilon}",
            number(kept) + " - \\frac{" + number(rate) + " \\cdot " + factor(m) + "}{\\sqrt{" + number(v) + "} + " + number(epsilon) + "}",
            kept - rate * m / (Math.sqrt(v) + epsilon)));
  }
}
