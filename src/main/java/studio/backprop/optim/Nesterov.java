package studio.backprop.optim;

import static studio.backprop.text.Latex.factor;
import static studio.backprop.text.Latex.number;

import java.util.List;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Tensor;

/**
 * Nesterov momentum: gradient at the look-ahead point. d ← g + λw, v ← μv + d, w ← w − rate · (d + μv). Nesterov 1983, in the form of
 * Sutskever et al. 2013 rewritten for the look-ahead point.
 *
 * @param momentum μ, decay of the velocity
 * @param weightDecay λ, L2 penalty
 */
public record Nesterov(@Range(min = 0, max = 0.9999) double momentum, @Range(min = 0, max = 1) double weightDecay) implements Optimizer {
  public static final Nesterov STANDARD = new Nesterov(0.9, 0);

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
    float keep = (float) momentum;
    float decay = (float) weightDecay;
    for (int i = from; i < to; i++) {
      float downhill = g[i] + decay * w[i];
      float speed = keep * v[i] + downhill;
      v[i] = speed;
      w[i] -= rate * (downhill + keep * speed);
    }
  }

  @Override
  public List<FormulaLine> account(double w, double g, double[] memory, long step, double rate) {
    double downhill = g + weightDecay * w;
    double speed = momentum * memory[0] + downhill;
    return List.of(
        new FormulaLine("d", "g + \\lambda w", number(g) + " + " + number(weightDecay) + " \\cdot " + factor(w), downhill),
        new FormulaLine("v", "\\mu v + d", number(momentum) + " \\cdot " + factor(memory[0]) + " + " + factor(downhill), speed),
        new FormulaLine("w", "w - \\eta\\,(d + \\mu v)",
            number(w) + " - " + number(rate) + " \\cdot (" + number(downhill) + " + " + number(momentum) + " \\cdot " + factor(speed) + ")",
            w - rate * (downhill + momentum * speed)));
  }
}
