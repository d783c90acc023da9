package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.Workers.Job;
import studio.backprop.tensor.Tensor;

/**
 * y = γ·x̂, x̂ = x/√(mean(x²) + ε), with the mean square of each row by itself, so that no example depends on its neighbours in the batch.
 * A row is what γ is as long as: the features of one time step, or all numbers of an example. ∂L/∂x = (h − x̂·mean(h·x̂))/√(mean(x²) + ε),
 * h = γ·∂L/∂y. Zhang and Sennrich 2019.
 */
public final class RmsNormalization implements Op {
  /** From so many numbers on, the rows are shared out in as many chunks, each with sums of its own for γ. */
  private static final int WORTH_SHARING = 1 << 14;

  private static final int CHUNKS = 8;

  private final Kernels kernels;
  private final Tensor x;
  private final Tensor gamma;
  private final Tensor y;
  private final Tensor normalized;
  private final float[] inverses;
  private final float[] sums;
  /** γ·dy of a row, for each chunk. */
  private final float[] scaled;
  private final double epsilon;
  private final int rows;
  private final int width;
  private final int chunks;
  private final Job forwardChunk = this::normalize;
  private final Job backwardChunk = this::giveBack;
  private boolean add = true;

  public RmsNormalization(Builder builder, String name, Tensor x, Tensor gamma, double epsilon) {
    this.kernels = builder.kernels();
    this.x = x;
    this.gamma = gamma;
    this.width = gamma.count();
    this.rows = x.count() / width;
    this.chunks = x.count() < WORTH_SHARING ? 1 : Math.min(CHUNKS, rows);
    this.epsilon = epsilon;
    this.inverses = new float[rows];
    this.sums = new float[chunks * width];
    this.scaled = new float[chunks * width];
    this.normalized = builder.buffer("normalized", x.shape());
    this.y = builder.buffer(name, x.shape(), x, gamma);
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x, gamma);
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public List<Tensor> inner() {
    return List.of(normalized);
  }

  @Override
  public boolean claimGradient(Tensor input) {
    boolean values = input == x;
    add &= !values;
    return values;
  }

  @Override
  public void forward(Mode mode) {
    kernels.workers().run(chunks, forwardChunk);
  }

  @Override
  public void backward() {
    kernels.workers().run(chunks, backwardChunk);
    for (int chunk = 0; gamma.hasGrad() && chunk < chunks; chunk++) {
      addSums(chunk * width, gamma.grads());
    }
  }

  private int first(int chunk) {
    return chunk * rows / chunks;
  }

  private void normalize(int chunk) {
    float[] from = x.values();
    float[] scale = gamma.values();
    float[] hat = normalized.values();
    float[] to = y.values();
    for (int row = first(chunk); row < first(chunk + 1); row++) {
      int at = row * width;
      float inverse = (float) (1 / Math.sqrt(kernels.sumOfSquares(from, at, width, 0) / width + epsilon));
      inverses[row] = inverse;
      for (int j = 0; j < width; j++) {
        hat[at + j] = from[at + j] * inverse;
        to[at + j] = scale[j] * hat[at + j];
      }
    }
  }

  private void giveBack(int chunk) {
    if (gamma.hasGrad()) {
      sumForGamma(chunk);
    }
    if (x.hasGrad()) {
      giveBackToInput(chunk);
    }
  }

  private void sumForGamma(int chunk) {
    float[] dy = y.grads();
    float[] hat = normalized.values();
    int sum = chunk * width;
    Arrays.fill(sums, sum, sum + width, 0);
    for (int row = first(chunk); row < first(chunk + 1); row++) {
      int at = row * width;
      for (int j = 0; j < width; j++) {
        sums[sum + j] += dy[at + j] * hat[at + j];
      }
    }
  }

  /** dx = (h − hat·mean(h·hat)) / rms, where h = γ·dy. */
  private void giveBackToInput(int chunk) {
    float[] dy = y.grads();
    float[] scale = gamma.values();
    float[] hat = normalized.values();
    float[] dx = x.grads();
    int h = chunk * width;
    for (int row = first(chunk); row < first(chunk + 1); row++) {
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

  private void addSums(int at, float[] grads) {
    for (int j = 0; j < width; j++) {
      grads[j] += sums[at + j];
    }
  }
}
