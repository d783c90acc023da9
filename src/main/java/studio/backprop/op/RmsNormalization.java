package studio.backprop.op;

import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.RowScaling;
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
  private final RowScaling scaling;
  private final Tensor x;
  private final Tensor gamma;
  private final Tensor y;
  private final Tensor normalized;
  private final float[] inverses;
  private final float[] sums;
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
    this.scaling = kernels.rowScaling(width, epsilon);
    this.inverses = new float[rows];
    this.sums = new float[chunks * width];
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
    scaling.forward(first(chunk), first(chunk + 1), x.values(), gamma.values(), normalized.values(), inverses, y.values());
  }

  private void giveBack(int chunk) {
    int from = first(chunk);
    int to = first(chunk + 1);
    if (gamma.hasGrad()) {
      scaling.sums(from, to, y.grads(), normalized.values(), sums, chunk * width);
    }
    if (x.hasGrad()) {
      scaling.backward(add, from, to, y.grads(), gamma.values(), normalized.values(), inverses, x.grads());
    }
  }

  private void addSums(int at, float[] grads) {
    for (int j = 0; j < width; j++) {
      grads[j] += sums[at + j];
    }
  }
}
