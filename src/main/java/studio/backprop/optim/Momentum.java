package studio.backprop.optim;

import static studio.backprop.text.Latex.factor;
import static studio.backprop.text.Latex.number;

import java.util.List;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Tensor;

/**
 * SGD with momentum (heavy ball): v ← μv + g + λw, w ← w − rate · v. Polyak 1964.
 *
 * @param momentum μ, decay of the velocity
 * @param weightDecay λ, L2 penalty
 */
public record Momentum(@Range(min = 0, max = 0.9999) double momentum, @Range(min = 0, max = 1) double weightDecay) implements Optimizer {
  public static final Momentum STANDARD = new Momentum(0.9, 0);

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
      float speed = keep * v[i] + (g[i] + decay * w[i]);
      v[i] = speed;
      w[i] -= rate * speed;
    }
  }

  @Override
  public List<FormulaLine> account(double w, double g, double[] memory, long step, double rate) {
    double pull = g + weightDecay * w;
    double speed = momentum * memory[0] + pull;
    return List.of(
        new FormulaLine("v", weightDecay == 0 ? "\\mu v + g" : "\\mu v + g + \\lambda w", number(momentum) + " \\cdot " + factor(memory[0])
            + " + " + factor(pull), speed),
        new FormulaLine("w", "w - \\eta\\, v", number(w) + " - " + number(rate) + " \\cdot " + factor(speed), w - rate * speed));
  }
}
