package studio.backprop.ui.inside.lens.conv;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.op.WindowAxis;
import studio.backprop.setting.Size;

/**
 * Transposed convolution in numbers: each input adds its scaled kernel to the larger output, where overlaps sum. Indices from 0; a channel
 * is one of those that a filter reads.
 */
public record TransposedNumbers(OpLook op) implements ConvolutionLook {
  /** Contribution of an input to an output. */
  record Term(int channel, int row, int column, int tap, float product) {}

  public int rows() {
    return down().steps();
  }

  public int columns() {
    return across().steps();
  }

  @Override
  public int filters() {
    return y().shape().size(0);
  }

  private int groupFilters() {
    return weight().shape().size(0);
  }

  @Override
  public int channels() {
    return x().shape().size(0) / (filters() / groupFilters());
  }

  @Override
  public int inputChannel(int filter, int channel) {
    return filter / groupFilters() * channels() + channel;
  }

  public int inputAt(int filter, int channel) {
    return inputChannel(filter, channel) * rows() * columns();
  }

  @Override
  public Size map() {
    return new Size(down().size(), across().size());
  }

  float input(int filter, int channel, int row, int column) {
    return x().values()[inputAt(filter, channel) + row * columns() + column];
  }

  @Override
  public float[] kernel(float[] numbers, int filter, int channel) {
    float[] kernel = new float[taps()];
    int from = (inputChannel(filter, channel) * groupFilters() + filter % groupFilters()) * taps();
    System.arraycopy(numbers, from, kernel, 0, kernel.length);
    return kernel;
  }

  /** Output position of a tap, below 0 where it is cropped. */
  private int target(int row, int column, int tap) {
    int y = down().first(row) + tap / across().kernel() * down().dilation();
    int x = across().first(column) + tap % across().kernel() * across().dilation();
    return y >= 0 && x >= 0 && y < down().size() && x < across().size() ? y * across().size() + x : -1;
  }

  /** Outputs under an input's kernel, tap by tap; 0 where cropped or missing. */
  float[] window(float[] numbers, int filter, int row, int column) {
    float[] window = new float[taps()];
    for (int tap = 0; tap < window.length && numbers != null; tap++) {
      int at = target(row, column, tap);
      window[tap] = at < 0 ? 0 : numbers[mapAt(filter) + at];
    }
    return window;
  }

  /** All terms of one output, channel by channel. */
  List<Term> terms(int filter, int outRow, int outColumn) {
    List<Term> terms = new ArrayList<>();
    for (int channel = 0; channel < channels(); channel++) {
      float[] kernel = kernel(weight().values(), filter, channel);
      for (int tap = 0; tap < kernel.length; tap++) {
        int row = stop(down(), outRow, tap / across().kernel());
        int column = stop(across(), outColumn, tap % across().kernel());
        if (row >= 0 && column >= 0) {
          terms.add(new Term(channel, row, column, tap, input(filter, channel, row, column) * kernel[tap]));
        }
      }
    }
    return terms;
  }

  /** Input row whose kernel covers an output position with this tap; below 0 if none. */
  private static int stop(WindowAxis sweep, int place, int tap) {
    int moved = place + sweep.before() - tap * sweep.dilation();
    return Math.floorMod(moved, sweep.stride()) == 0 && moved < sweep.steps() * sweep.stride() ? Math.floorDiv(moved, sweep.stride()) : -1;
  }

  @Override
  public float[] partialSums(int filter, int outRow, int outColumn) {
    float[] sums = new float[channels()];
    terms(filter, outRow, outColumn).forEach(term -> sums[term.channel()] += term.product());
    return sums;
  }

  @Override
  public float sum(int filter, int outRow, int outColumn) {
    float sum = bias(filter);
    for (Term term : terms(filter, outRow, outColumn)) {
      sum += term.product();
    }
    return sum;
  }

  /** ∂L/∂z of one output. */
  float delta(int filter, int outRow, int outColumn) {
    return y().grads() == null ? 0 : y().grads()[place(filter, outRow, outColumn)];
  }

  /** Number of zeros in a channel, which send no gradient to the kernel. */
  int silent(int filter, int channel) {
    int silent = 0;
    for (int i = 0; i < rows() * columns(); i++) {
      silent += x().values()[inputAt(filter, channel) + i] == 0 ? 1 : 0;
    }
    return silent;
  }

  /** ∂L/∂x of one channel: Σ δ·w over the kernel of each input and all filters; null without a gradient. */
  public float[] inputGradient(int filter, int channel) {
    if (y().grads() == null) {
      return null;
    }
    int first = filter / groupFilters() * groupFilters();
    float[] gradient = new float[rows() * columns()];
    for (int f = first; f < first + groupFilters(); f++) {
      float[] kernel = kernel(weight().values(), f, channel);
      for (int i = 0; i < gradient.length; i++) {
        float[] slopes = window(y().grads(), f, i / columns(), i % columns());
        for (int tap = 0; tap < kernel.length; tap++) {
          gradient[i] += slopes[tap] * kernel[tap];
        }
      }
    }
    return gradient;
  }

  /** Index of a channel's maximum. */
  int strongest(int filter, int channel) {
    int best = 0;
    for (int i = 0; i < rows() * columns(); i++) {
      best = Math.abs(x().values()[inputAt(filter, channel) + i]) > Math.abs(x().values()[inputAt(filter, channel) + best]) ? i : best;
    }
    return best;
  }
}
