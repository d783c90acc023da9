package studio.backprop.ui.inside.lens.conv;

import java.util.List;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.ConvolveSequence;
import studio.backprop.op.WindowAxis;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Shape;

/** One window of a convolution in numbers: z = Σ x·w + b, and its gradients. Indices from 0. */
public record ConvNumbers(OpLook op) implements ConvolutionLook {
  private static final long MAX_PRODUCTS = 1_000_000;

  /**
   * Of a convolution over an image or a sequence: time runs to the right then, and each group of features is a map whose full height the
   * kernel covers.
   */
  public static ConvNumbers of(OpLook op) {
    return new ConvNumbers(op.sweeps().size() == 2 ? op : sequence(op));
  }

  private static OpLook sequence(OpLook op) {
    WindowAxis along = op.sweeps().get(0);
    Tensors weight = op.parameter("weight").orElseThrow();
    int features = weight.shape().size(0);
    int groups = op.inputs().get(0).shape().size(1) / features;
    Shape kernel = Shape.of(1, features, along.kernel());
    List<Tensors> learned = op.parameters().stream()
        .map(one -> one == weight ? new Tensors(one.name(), one.rows(), kernel, one.values(), one.grads()) : one).toList();
    return new OpLook(
        op.op(), op.kind(), List.of(turned(op.inputs().get(0), Shape.of(groups, features, along.size()))), learned,
        turned(op.output(), Shape.of(op.output().shape().size(1), 1, along.steps())), op.inner(),
        List.of(new WindowAxis(features, features, 1, 1, 0, 0), along), op.rectifies());
  }

  /** Transposed: features first, then time. */
  private static Tensors turned(Tensors numbers, Shape shape) {
    int steps = numbers.shape().size(0);
    return new Tensors(numbers.name(), numbers.rows(), shape, turned(numbers.values(), steps), turned(numbers.grads(), steps));
  }

  private static float[] turned(float[] numbers, int steps) {
    if (numbers == null) {
      return null;
    }
    float[] turned = new float[numbers.length];
    int features = numbers.length / steps;
    for (int i = 0; i < numbers.length; i++) {
      turned[i % features * steps + i / features] = numbers[i];
    }
    return turned;
  }

  /** Whether it is a 1D convolution over time. */
  boolean overTime() {
    return op.kind() == ConvolveSequence.class;
  }

  /** Row-major index in the node's output: all features of a time step are adjacent. */
  @Override
  public int answer(int filter, int row, int column) {
    return overTime() ? column * filters() + filter : place(filter, row, column);
  }

  @Override
  public int filters() {
    return weight().rows();
  }

  @Override
  public int channels() {
    return weight().shape().size(0);
  }

  @Override
  public int inputChannel(int filter, int channel) {
    int groups = x().shape().size(0) / channels();
    return filter / (filters() / groups) * channels() + channel;
  }

  /** Offset of the weights of one channel of a filter. */
  int kernelAt(int filter, int channel) {
    return (filter * channels() + channel) * taps();
  }

  @Override
  public Size map() {
    return new Size(down().steps(), across().steps());
  }

  /** Patch of one channel under the window, tap by tap; padding is 0. */
  float[] patch(float[] numbers, int filter, int channel, int row, int column) {
    float[] patch = new float[taps()];
    int from = inputChannel(filter, channel) * down().size() * across().size();
    for (int tap = 0; tap < patch.length; tap++) {
      int y = down().first(row) + tap / across().kernel() * down().dilation();
      int x = across().first(column) + tap % across().kernel() * across().dilation();
      boolean inside = y >= 0 && x >= 0 && y < down().size() && x < across().size();
      patch[tap] = inside ? numbers[from + y * across().size() + x] : 0;
    }
    return patch;
  }

  public float[] patch(int filter, int channel, int row, int column) {
    return patch(x().values(), filter, channel, row, column);
  }

  @Override
  public float[] kernel(float[] numbers, int filter, int channel) {
    float[] kernel = new float[taps()];
    System.arraycopy(numbers, kernelAt(filter, channel), kernel, 0, kernel.length);
    return kernel;
  }

  /** x·w, tap by tap. */
  float[] products(int filter, int channel, int row, int column) {
    float[] products = patch(filter, channel, row, column);
    int weights = kernelAt(filter, channel);
    for (int tap = 0; tap < products.length; tap++) {
      products[tap] *= weight().values()[weights + tap];
    }
    return products;
  }

  /** Σ x·w of each channel. */
  @Override
  public float[] partialSums(int filter, int row, int column) {
    float[] sums = new float[channels()];
    for (int channel = 0; channel < sums.length; channel++) {
      for (float product : products(filter, channel, row, column)) {
        sums[channel] += product;
      }
    }
    return sums;
  }

  @Override
  public float sum(int filter, int row, int column) {
    float sum = bias(filter);
    for (float part : partialSums(filter, row, column)) {
      sum += part;
    }
    return sum;
  }

  /** Row-major index of a map's maximum. */
  int strongest(int filter) {
    int best = 0;
    for (int i = 0; i < down().steps() * across().steps(); i++) {
      best = y().values()[mapAt(filter) + i] > y().values()[mapAt(filter) + best] ? i : best;
    }
    return best;
  }

  /** δ = ∂L/∂z, 0 where the op's own ReLU is inactive. */
  public float delta(int filter, int row, int column) {
    int place = place(filter, row, column);
    return y().grads() == null || op.rectifies() && y().values()[place] <= 0 ? 0 : y().grads()[place];
  }

  /** Number of other positions of a map with a non-zero δ. */
  int othersThatSend(int filter, int row, int column) {
    int count = 0;
    for (int i = 0; i < down().steps() * across().steps(); i++) {
      boolean other = i != row * across().steps() + column;
      count += other && delta(filter, i / across().steps(), i % across().steps()) != 0 ? 1 : 0;
    }
    return count;
  }

  /**
   * ∂L/∂x of all channels, for an input whose gradient is not kept: each position sums δ·w of the windows over it.
   *
   * @return null if that takes too many products to follow a run
   */
  public float[] inputGradient() {
    int places = down().steps() * across().steps();
    if (y().grads() == null || (long) filters() * channels() * taps() * places > MAX_PRODUCTS) {
      return null;
    }
    float[] gradient = new float[x().values().length];
    for (int filter = 0; filter < filters(); filter++) {
      for (int place = 0; place < places; place++) {
        spread(gradient, filter, place / across().steps(), place % across().steps());
      }
    }
    return gradient;
  }

  private void spread(float[] gradient, int filter, int row, int column) {
    float delta = delta(filter, row, column);
    for (int i = 0; delta != 0 && i < channels() * taps(); i++) {
      int tap = i % taps();
      int y = down().first(row) + tap / across().kernel() * down().dilation();
      int x = across().first(column) + tap % across().kernel() * across().dilation();
      if (y >= 0 && x >= 0 && y < down().size() && x < across().size()) {
        int at = (inputChannel(filter, i / taps()) * down().size() + y) * across().size() + x;
        gradient[at] += delta * weight().values()[kernelAt(filter, 0) + i];
      }
    }
  }

  float[] padded(float[] numbers, int filter, int channel) {
    int width = paddedColumns();
    float[] padded = new float[paddedRows() * width];
    int from = inputChannel(filter, channel) * down().size() * across().size();
    for (int row = 0; row < down().size(); row++) {
      System.arraycopy(numbers, from + row * across().size(), padded, (row + down().before()) * width + across().before(), across().size());
    }
    return padded;
  }

  int paddedRows() {
    return down().before() + down().size() + down().after();
  }

  int paddedColumns() {
    return across().before() + across().size() + across().after();
  }
}
