package studio.backprop.optim;

import static studio.backprop.text.Latex.factor;
import static studio.backprop.text.Latex.number;

import java.util.List;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Tensor;

/**
 * Adadelta: step sizes from a running average of past updates, almost independent of the learning rate. s ← ρs + (1 − ρ)g², d = √(u + ε) /
 * √(s + ε) · g, u ← ρu + (1 − ρ)d², w ← w − rate · d. Zeiler 2012.
 *
 * @param rho ρ, decay of both averages
 * @param epsilon ε, starts the first updates
 */
public record Adadelta(@Range(min = 0, max = 0.999999) double rho, @Range(min = 1e-12, max = 1) double epsilon) implements Optimizer {
  public static final Adadelta STANDARD = new Adadelta(0.9, 1e-6);

  @Override
  public OptimizerState start(List<Tensor> parameters) {
    return new SlotState(parameters, 2) {
      private float rate;

      @Override
      void prepare(long step, double learningRate) {
        rate = (float) learningRate;
      }

      @Override
      void move(float[] w, float[] g, float[][] kept, int from, int to) {
        update(w, g, kept[0], kept[1], rate, from, to);
      }
    };
  }

  private void update(float[] w, float[] g, float[] s, float[] u, float rate, int from, int to) {
    float keep = (float) rho;
    float add = (float) (1 - rho);
    float tiny = (float) epsilon;
    for (int i = from; i < to; i++) {
      float square = keep * s[i] + add * g[i] * g[i];
      float move = (float) Math.sqrt(u[i] + tiny) / (float) Math.sqrt(square + tiny) * g[i];
      s[i] = square;
      u[i] = keep * u[i] + add * move * move;
      w[i] -= rate * move;
    }
  }

  @Override
  public List<FormulaLine> account(double w, double g, double[] memory, long step, double rate) {
    double square = rho * memory[0] + (1 - rho) * g * g;
    double move = Math.sqrt(memory[1] + epsilon) / Math.sqrt(square + epsilon) * g;
    return List.of(
        new FormulaLine("s", "\\rho s + (1 - \\rho)\\, g^2",
            number(rho) + " \\cdot " + factor(memory[0]) + " + " + number(1 - rho) + " \\cdot " + factor(g) + "^2", square),
        new FormulaLine("d", "\\frac{\\sqrt{u + \\varepsilon}}{\\sqrt{s + \\varepsilon}}\\, g",
            "\\frac{\\sqrt{" + number(memory[1]) + " + " + number(epsilon) + "}}{\\sqrt{" + number(square) + " + " + number(epsilon)
                + "}} \\cdot " + factor(g), move),
        new FormulaLine("u", "\\rho u + (1 - \\rho)\\, d^2",
            number(rho) + " \\cdot " + factor(memory[1]) + " + " + number(1 - rho) + " \\cdot " + factor(move) + "^2",
            rho * memory[1] + (1 - rho) * move * move),
        new FormulaLine("w", "w - \\eta\\, d", number(w) + " - " + number(rate) + " \\cdot " + factor(move), w - rate * move));
  }
}
