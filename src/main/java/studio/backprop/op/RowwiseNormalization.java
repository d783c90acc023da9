package studio.backprop.op;

import java.util.List;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.Workers.Job;
import studio.backprop.tensor.Tensor;

/**
 * Base of rowwise normalizations with a scale γ. A row has the length of γ: the features of one time step, or all numbers of an example.
 * Rows are processed in chunks with separate sums of parameter gradients, so that results do not depend on the number of threads.
 */
abstract class RowwiseNormalization implements Op {
  /** Minimum count of numbers for multithreading. */
  private static final int WORTH_SHARING = 1 << 14;

  private static final int CHUNKS = 8;

  final Tensor x;
  final Tensor gamma;
  final Tensor y;
  final Tensor normalized;
  final float[] inverses;
  /** Per chunk, a row of sums for each parameter. */
  final float[] sums;
  final int width;
  final int chunks;
  private final Kernels kernels;
  private final List<Tensor> inputs;
  private final Tensor[] parameters;
  private final int rows;
  private final Job forwardChunk = this::normalize;
  private final Job backwardChunk = this::giveBack;
  private boolean add = true;

  /** @param parameters γ, and further ones per place of a row */
  RowwiseNormalization(Builder builder, String name, Tensor x, Tensor... parameters) {
    this.kernels = builder.kernels();
    this.x = x;
    this.gamma = parameters[0];
    this.parameters = parameters;
    this.inputs = Stream.concat(Stream.of(x), Stream.of(parameters)).toList();
    this.width = gamma.count();
    this.rows = x.count() / width;
    this.chunks = x.count() < WORTH_SHARING ? 1 : Math.min(CHUNKS, rows);
    this.inverses = new float[rows];
    this.sums = new float[parameters.length * chunks * width];
    this.normalized = builder.buffer("normalized", x.shape());
    this.y = builder.buffer(name, x.shape(), inputs.toArray(Tensor[]::new));
  }

  /** Processes the rows from {@code from} to before {@code to}. */
  abstract void normalize(int from, int to);

  /** Writes the parameter sums of these rows into {@link #sums} from {@code at} on. */
  abstract void sum(int from, int to, int at);

  /** ∂L/∂x of these rows. @param add whether it is accumulated @param chunk index of the chunk */
  abstract void giveBack(boolean add, int from, int to, int chunk);

  @Override
  public final List<Tensor> inputs() {
    return inputs;
  }

  @Override
  public final Tensor output() {
    return y;
  }

  @Override
  public final List<Tensor> inner() {
    return List.of(normalized);
  }

  @Override
  public final boolean claimGradient(Tensor input) {
    boolean values = input == x;
    add &= !values;
    return values;
  }

  @Override
  public final void forward(Mode mode) {
    kernels.workers().run(chunks, forwardChunk);
  }

  @Override
  public final void backward() {
    kernels.workers().run(chunks, backwardChunk);
    for (int chunk = 0; gamma.hasGrad() && chunk < chunks; chunk++) {
      for (int p = 0; p < parameters.length; p++) {
        addSums((parameters.length * chunk + p) * width, parameters[p].grads());
      }
    }
  }

  private int first(int chunk) {
    return chunk * rows / chunks;
  }

  private void normalize(int chunk) {
    normalize(first(chunk), first(chunk + 1));
  }

  private void giveBack(int chunk) {
    if (gamma.hasGrad()) {
      sum(first(chunk), first(chunk + 1), parameters.length * chunk * width);
    }
    if (x.hasGrad()) {
      giveBack(add, first(chunk), first(chunk + 1), chunk);
    }
  }

  private void addSums(int at, float[] grads) {
    for (int j = 0; j < width; j++) {
      grads[j] += sums[at + j];
    }
  }
}
