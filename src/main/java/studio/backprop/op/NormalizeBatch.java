package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import studio.backprop.tensor.Tensor;

/**
 * y = γ·x̂ + β, x̂ = (x − μ)/√(σ² + ε), with mean μ and variance σ² of each feature over the batch and all time steps. x: rows [batch,
 * feature] or sequences [batch, time, feature]; γ, β: [feature]. While training, running ← (1 − momentum)·running + momentum·batch, with
 * the unbiased variance; when evaluating, the running statistics replace the batch's. ∂L/∂x = γ/√(σ² + ε)·(g − mean g − x̂·mean(g·x̂)), g =
 * ∂L/∂y, because μ and σ depend on every x. Ioffe and Szegedy 2015.
 */
public final class NormalizeBatch implements Op {
  /** Features per block, to fit into the L1 cache. */
  private static final int BLOCK = 1024;

  /** Parameters and running statistics. */
  public record State(Tensor gamma, Tensor beta, Tensor runningMean, Tensor runningVariance) {}

  private final Tensor x;
  private final State state;
  private final BatchStatistics channels;
  private final Tensor y;
  private final int features;
  private final int rows;
  private final PlaneLoop forward;
  private final PlaneLoop backward;
  // one number per feature: sums over the batch, then scales of each number of the row
  private final float[] first;
  private final float[] second;
  private final float[] third;
  // row, its gradients and result are copied here, so that inner loops have one index and are auto-vectorized
  private final float[] line;
  private final float[] gradLine;
  private final float[] result;
  private Mode mode = Mode.TRAIN;

  public NormalizeBatch(Builder builder, String name, Tensor x, State state, double momentum, double epsilon) {
    this.x = x;
    this.state = state;
    this.features = state.gamma().count();
    this.rows = x.count() / features;
    this.channels = new BatchStatistics(state, momentum, epsilon, rows);
    this.first = new float[features];
    this.second = new float[features];
    this.third = new float[features];
    this.line = new float[features];
    this.gradLine = new float[features];
    this.result = new float[features];
    this.y = builder.buffer(name, x.shape(), x, state.gamma(), state.beta());
    int blocks = (features + BLOCK - 1) / BLOCK;
    this.forward = new PlaneLoop(builder.kernels().workers(), blocks, x.count(), this::normalizeBlocks);
    this.backward = new PlaneLoop(builder.kernels().workers(), blocks, x.count(), this::giveBackBlocks);
  }

  @Override
  public boolean mixesExamples() {
    return true;
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x, state.gamma(), state.beta());
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public List<Tensor> inner() {
    return channels.tensors();
  }

  @Override
  public void forward(Mode mode) {
    this.mode = mode;
    forward.run();
  }

  @Override
  public void backward() {
    backward.run();
  }

  private void normalizeBlocks(int fromBlock, int toBlock) {
    for (int block = fromBlock; block < toBlock; block++) {
      normalize(block * BLOCK, Math.min(features, (block + 1) * BLOCK));
    }
  }

  private void giveBackBlocks(int fromBlock, int toBlock) {
    for (int block = fromBlock; block < toBlock; block++) {
      giveBack(block * BLOCK, Math.min(features, (block + 1) * BLOCK));
    }
  }

  private void normalize(int from, int to) {
    if (mode == Mode.TRAIN) {
      measure(from, to);
    } else {
      channels.recall(from, to);
    }
    for (int c = from; c < to; c++) {
      first[c] = channels.mean(c);
      second[c] = channels.factor(c);
      third[c] = channels.beta(c);
    }
    for (int row = 0; row < rows; row++) {
      int at = row * features + from;
      System.arraycopy(x.values(), at, line, from, to - from);
      RowLoops.scaleAndShift(line, first, second, third, result, from, to);
      System.arraycopy(result, from, y.values(), at, to - from);
    }
  }

  /** Two-pass: Σx² − (Σx)² would cancel where the mean is large. */
  private void measure(int from, int to) {
    Arrays.fill(first, from, to, 0f);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(x.values(), row * features + from, line, from, to - from);
      RowLoops.add(line, first, from, to);
    }
    for (int c = from; c < to; c++) {
      channels.takeMean(c, first[c]);
      first[c] = channels.mean(c);
    }
    Arrays.fill(second, from, to, 0f);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(x.values(), row * features + from, line, from, to - from);
      RowLoops.addSquares(line, first, second, from, to);
    }
    for (int c = from; c < to; c++) {
      channels.takeVariance(c, second[c]);
    }
  }

  private void giveBack(int from, int to) {
    sumGradients(from, to);
    for (int c = from; c < to; c++) {
      channels.settle(c, second[c], third[c], mode);
    }
    if (x.hasGrad()) {
      spread(from, to);
    }
  }

  /** Per feature, Σ g and Σ g·(x − μ) over the batch. */
  private void sumGradients(int from, int to) {
    System.arraycopy(channels.mean.values(), from, first, from, to - from);
    Arrays.fill(second, from, to, 0f);
    Arrays.fill(third, from, to, 0f);
    for (int row = 0; row < rows; row++) {
      copyRow(row * features + from, from, to - from);
      RowLoops.add(gradLine, second, from, to);
      RowLoops.addProducts(gradLine, line, first, third, from, to);
    }
  }

  private void copyRow(int at, int from, int count) {
    System.arraycopy(x.values(), at, line, from, count);
    System.arraycopy(y.grads(), at, gradLine, from, count);
  }

  private void spread(int from, int to) {
    for (int row = 0; row < rows; row++) {
      int at = row * features + from;
      copyRow(at, from, to - from);
      System.arraycopy(x.grads(), at, result, from, to - from);
      RowLoops.addScaled(gradLine, channels.scale, line, channels.slope, channels.shift, result, from, to);
      System.arraycopy(result, from, x.grads(), at, to - from);
    }
  }
}
