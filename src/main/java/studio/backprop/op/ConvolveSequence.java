package studio.backprop.op;

import java.util.List;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y[t, f] = b[f] + Σ x[t·stride + k·dilation − before, c]·w[f, c, k]: sums of products of each filter with every window of the sequence. x:
 * [batch, time, features]; w: [filters, features/groups, kernel]; b: [filters] or none; y: [batch, steps, filters]. Windows are unfolded
 * into rows (im2col), so that all three passes are matrix products. Waibel et al. 1989.
 */
public final class ConvolveSequence implements Op {
  private final Kernels kernels;
  private final Tensor x;
  private final Tensor weight;
  private final Tensor bias;
  private final Tensor y;
  private final List<WindowAxis> sweeps;
  private final SequenceWindows windows;
  private final int groups;
  private final int rows;
  private final int groupFilters;
  private final int taps;
  /** im2col rows of all windows by group, and later their gradients. */
  private final float[] covered;
  private final float[] coveredGrads;
  /** The weights in window order: by tap, then by feature. */
  private final float[] packed;
  private final float[] packedGrads;
  /** Outputs and their gradients by group; unused for a single group. */
  private final float[] parts;

  public ConvolveSequence(Builder builder, String name, Tensor x, Tensor weight, Tensor bias, WindowAxis along, int groups) {
    this.kernels = builder.kernels();
    this.sweeps = List.of(along);
    this.x = x;
    this.weight = weight;
    this.bias = bias;
    this.groups = groups;
    int filters = weight.rows();
    this.y = builder.buffer(name, Shape.of(along.steps(), filters), x, weight, bias);
    this.windows = new SequenceWindows(x.rows(), x.shape().size(1), groups, along);
    this.rows = x.rows() * along.steps();
    this.groupFilters = filters / groups;
    this.taps = weight.rowCount();
    this.covered = new float[groups * rows * taps];
    this.coveredGrads = new float[x.hasGrad() ? rows * taps : 0];
    this.packed = new float[filters * taps];
    this.packedGrads = new float[weight.hasGrad() ? packed.length : 0];
    this.parts = new float[groups == 1 ? 0 : y.count()];
  }

  @Override
  public List<WindowAxis> sweeps() {
    return sweeps;
  }

  @Override
  public List<Tensor> inputs() {
    return Stream.of(x, weight, bias).filter(t -> t != null).toList();
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public long scratch() {
    return (long) covered.length + coveredGrads.length + packed.length + packedGrads.length + parts.length;
  }

  @Override
  public void forward(Mode mode) {
    pack();
    float[] sums = groups == 1 ? y.values() : parts;
    for (int g = 0; g < groups; g++) {
      windows.write(x.values(), g, covered, g * rows * taps);
      int to = g * rows * groupFilters;
      int from = g * groupFilters * taps;
      if (bias == null) {
        kernels.multiplyRightTransposed(false, rows, groupFilters, taps, covered, g * rows * taps, packed, from, sums, to);
      } else {
        float[] b = bias.values();
        kernels.affineTransposed(rows, groupFilters, taps, covered, g * rows * taps, packed, from, b, g * groupFilters, sums, to);
      }
    }
    if (groups > 1) {
      interleave();
    }
  }

  @Override
  public void backward() {
    float[] dy = groups == 1 ? y.grads() : separated();
    for (int g = 0; g < groups; g++) {
      int from = g * rows * groupFilters;
      int weights = g * groupFilters * taps;
      if (weight.hasGrad()) {
        kernels.multiplyLeftTransposed(false, groupFilters, taps, rows, dy, from, covered, g * rows * taps, packedGrads, weights);
      }
      if (x.hasGrad()) {
        kernels.multiply(false, rows, taps, groupFilters, dy, from, packed, weights, coveredGrads, 0);
        windows.addBack(coveredGrads, g, x.grads());
      }
    }
    if (weight.hasGrad()) {
      unpack();
    }
    if (bias != null && bias.hasGrad()) {
      kernels.addRows(rows, weight.rows(), y.grads(), 0, bias.grads(), 0);
    }
  }

  private void pack() {
    float[] w = weight.values();
    int kernel = weight.shape().size(1);
    for (int i = 0; i < packed.length; i++) {
      packed[place(i, kernel)] = w[i];
    }
  }

  private void unpack() {
    float[] dw = weight.grads();
    int kernel = weight.shape().size(1);
    for (int i = 0; i < dw.length; i++) {
      dw[i] += packedGrads[place(i, kernel)];
    }
  }

  /** Index of a weight among the packed ones. */
  private int place(int weight, int kernel) {
    int within = weight % taps;
    return weight - within + within % kernel * (taps / kernel) + within / kernel;
  }

  private void interleave() {
    for (int g = 0; g < groups; g++) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(parts, (g * rows + row) * groupFilters, y.values(), (row * groups + g) * groupFilters, groupFilters);
      }
    }
  }

  private float[] separated() {
    for (int g = 0; g < groups; g++) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(y.grads(), (row * groups + g) * groupFilters, parts, (g * rows + row) * groupFilters, groupFilters);
      }
    }
    return parts;
  }
}
