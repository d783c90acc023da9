package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** y = the mean of x along an axis, which is removed. The gradient is distributed evenly along the axis. */
public final class MeanOver implements Op {
  private final Tensor x;
  private final Tensor y;
  private final AxisRuns runs;

  /** @param shape without the axis */
  public MeanOver(Builder builder, String name, Tensor x, int axis, Shape shape) {
    this.x = x;
    this.runs = AxisRuns.of(x, axis);
    this.y = builder.buffer(name, shape, x);
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
    float[] to = y.values();
    Arrays.fill(to, 0);
    for (int o = 0; o < runs.outer(); o++) {
      for (int place = 0; place < runs.size(); place++) {
        add(1, x.values(), runs.at(o) + place * runs.inner(), to, o * runs.inner(), runs.inner());
      }
    }
    float share = 1f / runs.size();
    for (int i = 0; i < to.length; i++) {
      to[i] *= share;
    }
  }

  @Override
  public void backward() {
    if (!x.hasGrad()) {
      return;
    }
    float share = 1f / runs.size();
    for (int o = 0; o < runs.outer(); o++) {
      for (int place = 0; place < runs.size(); place++) {
        add(share, y.grads(), o * runs.inner(), x.grads(), runs.at(o) + place * runs.inner(), runs.inner());
      }
    }
  }

  private static void add(float scale, float[] from, int at, float[] to, int toAt, int length) {
    for (int i = 0; i < length; i++) {
      to[toAt + i] += scale * from[at + i];
    }
  }
}
