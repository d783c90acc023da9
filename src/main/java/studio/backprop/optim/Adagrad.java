package studio.backprop.optim;

import static studio.backprop.text.Latex.factor;
import static studio.backprop.text.Latex.number;

import java.util.List;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Tensor;

/**
 * Adagrad: per-parameter rates from the sum of squared gradients. s ← s + g², w ← w − rate · g / (√s + ε). Duchi, Hazan and Singer 2011.
 *
 * @param epsilon ε, numerical stability
 */
public record Adagrad(@Range(min = 1e-12, max = 1) double epsilon) implements Optimizer {
  public static final Adagrad STANDARD = new Adagrad(1e-10);

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

  private void update(float[] w, float[] g, float[] s, float rate, int from, int to) {
    float tiny = (float) epsilon;
    for (int i = from; i < to; i++) {
      float sum = s[i] + g[i] * g[i];
      s[i] = sum;
      w[i] -= rate * g[i] / ((float) Math.sqrt(sum) + tiny);
    }
  }

  @Override
  public List<FormulaLine> account(double w, double g, double[] memory, long step, double rate) {
    double sum = memory[0] + g * g;
    return List.of(
        new FormulaLine("s", "s + g^2", number(memory[0]) + " + " + factor(g) + "^2", sum),
        new FormulaLine("w", "w - \\frac{\\eta\\, g}{\\sqrt{s} + \\varepsilon}",
            number(w) + " - \\frac{" + number(rate) + " \\cdot " + factor(g) + "}{\\sqrt{" + number(sum) + "} + " + number(epsilon) + "}",
            w - rate * g / (Math.sqrt(sum) + epsilon)));
  }
}
