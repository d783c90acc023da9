package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** y = x with its axes in another order: y[j, i] = x[i, j]. The gradient is permuted back. */
public final class PermuteAxes implements Op {
  private static final int AXES = 3;

  private final Tensor x;
  private final Tensor y;
  private final int lanes;
  /** Sizes of the result, outermost axis first; padded with 1. */
  private final int[] sizes = {1, 1, 1};
  /** Strides in x along each of these axes. */
  private final int[] strides = {0, 0, 0};

  /** @param order input axis of each output axis */
  public PermuteAxes(Builder builder, String name, Tensor x, int[] order) {
    this.x = x;
    this.lanes = x.lanes();
    int[] result = new int[order.length];
    for (int axis = 0; axis < order.length; axis++) {
      result[axis] = x.shape().size(order[axis]);
      int place = AXES - order.length + axis;
      sizes[place] = result[axis];
      strides[place] = AxisRuns.of(x, order[axis]).inner();
    }
    this.y = builder.buffer(name, Shape.of(result), x);
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x);
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public void forward(Mode mode) {
    int to = 0;
    for (int block = 0; block < x.rows() / lanes; block++) {
      int from = block * x.rowCount() * lanes;
      for (int i = 0; i < sizes[0]; i++) {
        for (int j = 0; j < sizes[1]; j++, to += sizes[2] * lanes) {
          gather(x.values(), from + i * strides[0] + j * strides[1], y.values(), to);
        }
      }
    }
  }

  @Override
  public void backward() {
    if (!x.hasGrad()) {
      return;
    }
    int from = 0;
    for (int block = 0; block < x.rows() / lanes; block++) {
      int to = block * x.rowCount() * lanes;
      for (int i = 0; i < sizes[0]; i++) {
        for (int j = 0; j < sizes[1]; j++, from += sizes[2] * lanes) {
          scatter(y.grads(), from, x.grads(), to + i * strides[0] + j * strides[1]);
        }
      }
    }
  }

  private void gather(float[] from, int at, float[] to, int toAt) {
    int stride = strides[2];
    for (int k = 0; k < sizes[2]; k++) {
      for (int lane = 0; lane < lanes; lane++) {
        to[toAt + k * lanes + lane] = from[at + k * stride + lane];
      }
    }
  }

  private void scatter(float[] from, int at, float[] to, int toAt) {
    int stride = strides[2];
    for (int k = 0; k < sizes[2]; k++) {
      for (int lane = 0; lane < lanes; lane++) {
        to[toAt + k * stride + lane] += from[at + k * lanes + lane];
      }
    }
  }
}
