package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** y = a slice of x along an axis. The gradient goes to the slice; the rest gets none. */
public final class SliceAxis implements Op {
  private final Tensor x;
  private final Tensor y;
  private final AxisRuns runs;
  private final int first;
  private final int length;

  /**
   * @param from first index
   * @param to exclusive
   */
  public SliceAxis(Builder builder, String name, Tensor x, int axis, int from, int to) {
    this.x = x;
    this.runs = AxisRuns.of(x, axis);
    this.first = from * runs.inner();
    this.length = (to - from) * runs.inner();
    int[] sizes = x.shape().toArray();
    sizes[axis] = to - from;
    this.y = builder.buffer(name, Shape.of(sizes), x);
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
    for (int o = 0; o < runs.outer(); o++) {
      System.arraycopy(x.values(), runs.at(o) + first, y.values(), o * length, length);
    }
  }

  @Override
  public void backward() {
    if (!x.hasGrad()) {
      return;
    }
    for (int o = 0; o < runs.outer(); o++) {
      add(y.grads(), o * length, x.grads(), runs.at(o) + first, length);
    }
  }

  private static void add(float[] dy, int at, float[] dx, int to, int length) {
    for (int i = 0; i < length; i++) {
      dx[to + i] += dy[at + i];
    }
  }
}
