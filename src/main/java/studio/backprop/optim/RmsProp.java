package studio.backprop.optim;

import static studio.backprop.text.Latex.factor;
import static studio.backprop.text.Latex.number;

import java.util.List;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Tensor;

/**
 * RMSprop: per-parameter rates from the root of the running average of squared gradients. v ← ρv + (1 − ρ)g², w ← w − rate · g / (√v + ε).
 * Tieleman and Hinton 2012.
 *
 * @param rho ρ, decay of the average
 * @param epsilon ε, numerical stability
 */
public record RmsProp(@Range(min = 0, max = 0.999999) double rho, @Range(min = 1e-12, max = 1) double epsilon) implements Optimizer {
  public static final RmsProp STANDARD = new RmsProp(0.99, 1e-8);

  @Override
  public OptimizerState start(List<Tensor> parameters) {
    return new SlotState(parameters, 1) {
      private float rate;

      @Override
      void prepare(long step, double learningRate) {
        rate = (float) learningRate;
      }

      @Override
      void move(float[] w, float[] g, float[][] kept, int from, int to) {
        update(w, g, kept[0], rate, from, to);
      }
    };
  }

  private void update(float[] w, float[] g, float[] v, float rate, int from, int to) {
    float keep = (float) rho;
    float add = (float) (1 - rho);
    float tiny = (float) epsilon;
    for (int i = from; i < to; i++) {
      float square = keep * v[i] + add * g[i] * g[i];
      v[i] = square;
      w[i] -= rate * g[i] / ((float) Math.sqrt(square) + tiny);
    }
  }

  @Override
  public List<FormulaLine> account(double w, double g, double[] memory, long step, double rate) {
    double square = rho * memory[0] + (1 - rho) * g * g;
    return List.of(
        new FormulaLine("v", "\\rho v + (1 - \\rho)\\, g^2",
            number(rho) + " \\cdot " + factor(memory[0]) + " + " + number(1 - rho) + " \\cdot " + factor(g) + "^2", square),
        new FormulaLine("w", "w - \\frac{\\eta\\, g}{\\sqrt{v} + \\varepsilon}",
            number(w) + " - \\frac{" + number(rate) + " \\cdot " + factor(g) + "}{\\sqrt{" + number(square) + "} + " + number(epsilon)
                + "}",
            w - rate * g / (Math.sqrt(square) + epsilon)));
  }
}
