package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = γ·x̂ + β, x̂ = (x − μ)/√(σ² + ε), with mean μ and variance σ² of each channel over the batch and all its pixels or time steps. x:
 * images [batch, channel, height, width], rows [batch, feature] or sequences [batch, time, feature]; γ, β: one number a channel. While
 * training, running ← (1 − momentum)·running + momentum·batch, with the unbiased variance; when evaluating, the running numbers take the
 * place of the batch's. ∂L/∂x = γ/√(σ² + ε)·(g − mean g − x̂·mean(g·x̂)), g = ∂L/∂y, because every x moves μ and σ too. Ioffe and
 * Szegedy 2015.
 */
public final class NormalizeBatch implements Op {
  /** Places treated at a time: so few that what is laid out for them stays in the core's nearest memory. */
  private static final int BLOCK = 1024;

  /** The learned and the kept numbers of each channel. */
  public record State(Tensor gamma, Tensor beta, Tensor runningMean, Tensor runningVariance) {}

  private final Tensor x;
  private final State state;
  private final Tensor y;
  private final Tensor mean;
  private final Tensor variance;
  private final double momentum;
  private final double epsilon;
  private final int rows;
  private final int places;
  private final int inner;
  private final int together;
  private final PlaneLoop forward;
  private final PlaneLoop backward;
  // one number a place of a row: sums over the batch, then what each number of the row is scaled by; no inner loop needs to ask its channel
  private final float[] first;
  private final float[] second;
  private final float[] third;
  // a row, its gradients and its result are copied here, so that inner loops have one bare index: the compiler makes vector code of those
  private final float[] line;
  private final float[] gradLine;
  private final float[] result;
  private Mode mode = Mode.TRAIN;

  public NormalizeBatch(Builder builder, String name, Tensor x, State state, double momentum, double epsilon) {
    this.x = x;
    this.state = state;
    this.momentum = momentum;
    this.epsilon = epsilon;
    int channels = state.gamma().count();
    // images in lanes are read as fewer images with wider lines: each line belongs to one channel all the same
    this.inner = x.shape().rank() == 3 ? x.shape().size(1) * x.shape().size(2) * x.lanes() : 1;
    this.places = channels * inner;
    this.rows = x.count() / places;
    this.mean = new Tensor("batch_mean", 1, Shape.of(channels), false);
    this.variance = new Tensor("batch_variance", 1, Shape.of(channels), false);
    this.first = new float[places];
    this.second = new float[places];
    this.third = new float[places];
    this.line = new float[places];
    this.gradLine = new float[places];
    this.result = new float[places];
    this.y = builder.buffer(name, x.shape(), x, state.gamma(), state.beta());
    this.together = Math.max(1, BLOCK / inner);
    int blocks = (channels + together - 1) / together;
    this.forward = new PlaneLoop(builder.kernels().workers(), blocks, x.count(), this::normalizeBlocks);
    this.backward = new PlaneLoop(builder.kernels().workers(), blocks, x.count(), this::giveBackBlocks);
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
    return List.of(mean, variance);
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
      normalize(block * together, Math.min(mean.count(), (block + 1) * together));
    }
  }

  private void giveBackBlocks(int fromBlock, int toBlock) {
    for (int block = fromBlock; block < toBlock; block++) {
      giveBack(block * together, Math.min(mean.count(), (block + 1) * together));
    }
  }

  private void normalize(int fromChannel, int toChannel) {
    int from = fromChannel * inner;
    int to = toChannel * inner;
    if (mode == Mode.TRAIN) {
      measure(from, to);
    } else {
      System.arraycopy(state.runningMean().values(), fromChannel, mean.values(), fromChannel, toChannel - fromChannel);
      System.arraycopy(state.runningVariance().values(), fromChannel, variance.values(), fromChannel, toChannel - fromChannel);
    }
    for (int c = fromChannel; c < toChannel; c++) {
      Arrays.fill(first, c * inner, (c + 1) * inner, mean.values()[c]);
      Arrays.fill(second, c * inner, (c + 1) * inner, state.gamma().values()[c] * inverse(c));
      Arrays.fill(third, c * inner, (c + 1) * inner, state.beta().values()[c]);
    }
    for (int row = 0; row < rows; row++) {
      int at = row * places + from;
      System.arraycopy(x.values(), at, line, from, to - from);
      Places.scaleAndShift(line, first, second, third, result, from, to);
      System.arraycopy(result, from, y.values(), at, to - from);
    }
  }

  /** Mean first and squares of the distances after: Σx² − (Σx)² would lose all digits where the mean is large. */
  private void measure(int from, int to) {
    Arrays.fill(first, from, to, 0f);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(x.values(), row * places + from, line, from, to - from);
      Places.add(line, first, from, to);
    }
    int numbers = rows * inner;
    for (int c = from / inner; c < to / inner; c++) {
      mean.values()[c] = (float) (Sums.sum(first, c * inner, (c + 1) * inner) / numbers);
      Arrays.fill(first, c * inner, (c + 1) * inner, mean.values()[c]);
    }
    Arrays.fill(second, from, to, 0f);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(x.values(), row * places + from, line, from, to - from);
      Places.addSquares(line, first, second, from, to);
    }
    for (int c = from / inner; c < to / inner; c++) {
      double squares = Sums.sum(second, c * inner, (c + 1) * inner);
      variance.values()[c] = (float) (squares / numbers);
      remember(c, squares / Math.max(1, numbers - 1));
    }
  }

  private void remember(int channel, double unbiased) {
    float[] runningMean = state.runningMean().values();
    float[] runningVariance = state.runningVariance().values();
    runningMean[channel] += (float) (momentum * (mean.values()[channel] - runningMean[channel]));
    runningVariance[channel] += (float) (momentum * (unbiased - runningVariance[channel]));
  }

  private float inverse(int channel) {
    return (float) (1 / Math.sqrt(variance.values()[channel] + epsilon));
  }

  private void giveBack(int fromChannel, int toChannel) {
    int from = fromChannel * inner;
    int to = toChannel * inner;
    sumGradients(from, to);
    for (int c = fromChannel; c < toChannel; c++) {
      settle(c, Sums.sum(second, c * inner, (c + 1) * inner), Sums.sum(third, c * inner, (c + 1) * inner));
    }
    if (x.hasGrad()) {
      spread(from, to);
    }
  }

  /** For each place, Σ g and Σ g·(x − μ) over the batch. */
  private void sumGradients(int from, int to) {
    for (int c = from / inner; c < to / inner; c++) {
      Arrays.fill(first, c * inner, (c + 1) * inner, mean.values()[c]);
    }
    Arrays.fill(second, from, to, 0f);
    Arrays.fill(third, from, to, 0f);
    for (int row = 0; row < rows; row++) {
      copyRow(row * places + from, from, to - from);
      Places.add(gradLine, second, from, to);
      Places.addProducts(gradLine, line, first, third, from, to);
    }
  }

  private void copyRow(int at, int from, int count) {
    System.arraycopy(x.values(), at, line, from, count);
    System.arraycopy(y.grads(), at, gradLine, from, count);
  }

  /** Gives γ and β their gradients and lays out ∂L/∂x = scale·g + slope·(x − μ) + shift for each place of a channel. */
  private void settle(int channel, double sum, double sumTimesDistance) {
    float inverse = inverse(channel);
    if (state.gamma().hasGrad()) {
      state.gamma().grads()[channel] += (float) (sumTimesDistance * inverse);
    }
    if (state.beta().hasGrad()) {
      state.beta().grads()[channel] += (float) sum;
    }
    int from = channel * inner;
    int to = from + inner;
    int numbers = rows * inner;
    float scale = state.gamma().values()[channel] * inverse;
    boolean measured = mode == Mode.TRAIN;
    float slope = measured ? (float) (-scale * inverse * inverse * sumTimesDistance / numbers) : 0f;
    float shift = measured ? (float) (-scale * sum / numbers) : 0f;
    Arrays.fill(first, from, to, scale);
    Arrays.fill(second, from, to, slope);
    Arrays.fill(third, from, to, shift - slope * mean.values()[channel]);
  }

  private void spread(int from, int to) {
    for (int row = 0; row < rows; row++) {
      int at = row * places + from;
      copyRow(at, from, to - from);
      System.arraycopy(x.grads(), at, result, from, to - from);
      Places.addScaled(gradLine, first, line, second, third, result, from, to);
      System.arraycopy(result, from, x.grads(), at, to - from);
    }
  }
}
