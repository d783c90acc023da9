package studio.backprop.op;

import java.util.Arrays;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/**
 * y = γ·x̂, x̂ = x/√(mean(x²) + ε), with the mean square of each row, independent of the rest of the batch. A row has the length of γ: the
 * features of one time step, or all numbers of an example. ∂L/∂x = (h − x̂·mean(h·x̂))/√(mean(x²) + ε), h = γ·∂L/∂y. Zhang and Sennrich
 * 2019.
 */
public final class RmsNormalization extends RowwiseNormalization {
  private final Kernels kernels;
  /** γ·dy of a row, per chunk. */
  private final float[] scaled;
  private final double epsilon;

  public RmsNormalization(Builder builder, String name, Tensor x, Tensor gamma, double epsilon) {
    super(builder, name, x, gamma);
    this.kernels = builder.kernels();
    this.epsilon = epsilon;
    this.scaled = new float[chunks * width];
  }

  @Override
  void normalize(int from, int to) {
    float[] in = x.values();
    float[] scale = gamma.values();
    float[] hat = normalized.values();
    float[] out = y.values();
    for (int row = from; row < to; row++) {
      int at = row * width;
      float inverse = (float) (1 / Math.sqrt(kernels.sumOfSquares(in, at, width, 0) / width + epsilon));
      inverses[row] = inverse;
      for (int j = 0; j < width; j++) {
        hat[at + j] = in[at + j] * inverse;
        out[at + j] = scale[j] * hat[at + j];
      }
    }
  }

  @Override
  void sum(int from, int to, int sum) {
    float[] dy = y.grads();
    float[] hat = normalized.values();
    Arrays.fill(sums, sum, sum + width, 0);
    for (int row = from; row < to; row++) {
      int at = row * width;
      for (int j = 0; j < width; j++) {
        sums[sum + j] += dy[at + j] * hat[at + j];
      }
    }
  }

  /** dx = (h − hat·mean(h·hat)) / rms, where h = γ·dy. */
  @Override
  void giveBack(boolean add, int from, int to, int chunk) {
    float[] dy = y.grads();
    float[] scale = gamma.values();
    float[] hat = normalized.values();
    float[] dx = x.grads();
    int h = chunk * width;
    for (int row = from; row < to; row++) {
      int at = row * width;
      double products = 0;
      for (int j = 0; j < width; j++) {
        scaled[h + j] = scale[j] * dy[at + j];
        products += (double) scaled[h + j] * hat[at + j];
      }
      float mean = (float) (products / width);
      for (int j = 0; j < width; j++) {
        float gradient = (scaled[h + j] - hat[at + j] * mean) * inverses[row];
        dx[at + j] = add ? dx[at + j] + gradient : gradient;
      }
    }
  }
}
