package studio.backprop.train.optim;

import java.util.List;
import studio.backprop.setting.Range;
import studio.backprop.tensor.Tensor;

/**
 * A heavy ball rolling downhill: it gathers speed where the gradients agree and does not swing where they do not.
 * v ← μv + g, w ← w − rate · v. Polyak 1964.
 *
 * @param momentum μ, how much of the speed is kept at each step
 */
public record Momentum(@Range(min = 0, max = 0.9999) double momentum) implements Optimizer {
  public static final Momentum STANDARD = new Momentum(0.9);

  @Override
  public Updates start(List<Tensor> parameters) {
    return new Memory(parameters, 1) {
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
    for (int i = from; i < to; i++) {
      float speed = keep * v[i] + g[i];
      v[i] = speed;
      w[i] -= rate * speed;
    }
  }
}
