package studio.backprop.op;

import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/**
 * Batch normalization of images over all pixels of a channel: the same as {@link NormalizeBatch}, whose formulas it shares, with longer
 * lines. A ReLU may be fused. x: [batch, channel, height, width]; γ, β: [channel]. Ioffe and Szegedy 2015.
 */
public final class NormalizeImages implements Op {
  private final Kernels kernels;
  private final Tensor x;
  private final NormalizeBatch.State state;
  private final BatchStatistics channels;
  private final Tensor y;
  /** Numbers of a channel per line, and lines per channel. */
  private final int line;
  private final int lines;
  private final PlaneLoop forward;
  private final PlaneLoop backward;
  private Mode mode = Mode.TRAIN;
  private boolean add = true;
  private boolean relu;

  public NormalizeImages(Builder builder, String name, Tensor x, NormalizeBatch.State state, double momentum, double epsilon) {
    this.kernels = builder.kernels();
    this.x = x;
    this.state = state;
    int count = state.gamma().count();
    this.line = x.shape().size(1) * x.shape().size(2) * x.lanes();
    this.lines = x.count() / count / line;
    this.channels = new BatchStatistics(state, momentum, epsilon, lines * line);
    this.y = builder.buffer(name, x.shape(), x, state.gamma(), state.beta());
    this.forward = new PlaneLoop(kernels.workers(), count, x.count(), this::normalize);
    this.backward = new PlaneLoop(kernels.workers(), count, x.count(), this::giveBack);
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
  public boolean claimGradient(Tensor input) {
    boolean images = input == x;
    add &= !images;
    return images;
  }

  @Override
  public OpTraits traits() {
    return new OpTraits(true, relu, true);
  }

  @Override
  public boolean absorbRelu() {
    relu = true;
    return true;
  }

  @Override
  public String name() {
    return relu ? "normalize images relu" : "normalize images";
  }

  @Override
  public boolean rectifies() {
    return relu;
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

  private int at(int channel, int line) {
    return (line * channels.channels() + channel) * this.line;
  }

  private void normalize(int fromChannel, int toChannel) {
    if (mode != Mode.TRAIN) {
      channels.recall(fromChannel, toChannel);
    }
    for (int c = fromChannel; c < toChannel; c++) {
      if (mode == Mode.TRAIN) {
        measure(c);
      }
      float factor = channels.factor(c);
      for (int l = 0; l < lines; l++) {
        kernels.normalize(x.values(), at(c, l), line, channels.mean(c), factor, channels.beta(c), y.values());
        if (relu) {
          kernels.relu(y.values(), at(c, l), line, y.values());
        }
      }
    }
  }

  /** Two-pass: Σx² − (Σx)² would cancel where the mean is large. */
  private void measure(int channel) {
    double sum = 0;
    for (int l = 0; l < lines; l++) {
      sum += kernels.sum(x.values(), at(channel, l), line);
    }
    channels.takeMean(channel, sum);
    double squares = 0;
    for (int l = 0; l < lines; l++) {
      squares += kernels.sumOfSquares(x.values(), at(channel, l), line, channels.mean(channel));
    }
    channels.takeVariance(channel, squares);
  }

  private void giveBack(int fromChannel, int toChannel) {
    for (int c = fromChannel; c < toChannel; c++) {
      double sum = 0;
      double sumTimesDistance = 0;
      for (int l = 0; l < lines; l++) {
        if (relu) {
          kernels.reluGradient(false, y.values(), y.grads(), at(c, l), line, y.grads());
        }
        sum += kernels.sum(y.grads(), at(c, l), line);
        sumTimesDistance += kernels.sumOfProducts(y.grads(), x.values(), at(c, l), line, channels.mean(c));
      }
      channels.settle(c, sum, sumTimesDistance, mode);
      for (int l = 0; l < lines && x.hasGrad(); l++) {
        kernels.combine(
            add, y.grads(), x.values(), at(c, l), line, channels.scale[c], channels.slope[c], channels.shift[c], x.grads());
      }
    }
  }
}
