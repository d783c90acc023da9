package studio.backprop.optim;

import static studio.backprop.text.Latex.factor;
import static studio.backprop.text.Latex.number;

import java.util.List;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Tensor;

/**
 * Stochastic gradient descent. w ← w − rate · (g + λw). Robbins and Monro 1951.
 *
 * @param weightDecay λ, L2 penalty
 */
public record Sgd(@Range(min = 0, max = 1) double weightDecay) implements Optimizer {
  public static final Sgd STANDARD = new Sgd(0);

  @Override
  public OptimizerState start(List<Tensor> parameters) {
    return new SlotState(parameters, 0) {
      private float rate;

      @Override
      void prepare(long step, double learningRate) {
        rate = (float) learningRate;
      }

      @Override
      void move(float[] w, float[] g, float[][] kept, int from, int to) {
        update(w, g, rate, from, to);
      }
    };
  }

  private void update(float[] w, float[] g, float rate, int from, int to) {
    float decay = (float) weightDecay;
    for (int i = from; i < to; i++) {
      w[i] -= rate * (g[i] + decay * w[i]);
    }
  }

  @Override
  public List<FormulaLine> account(double w, double g, double[] memory, long step, double rate) {
    double next = w - rate * (g + weightDecay * w);
    return List.of(weightDecay == 0
        ? new FormulaLine("w", "w - \\eta\\, g", number(w) + " - " + number(rate) + " \\cdot " + factor(g), next)
        : new FormulaLine("w", "w - \\eta\\,(g + \\lambda w)",
            number(w) + " - " + number(rate) + " \\cdot (" + number(g) + " + " + number(weightDecay) + " \\cdot " + factor(w) + ")", next));
  }
}
