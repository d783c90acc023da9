package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** y = x, repeated along time. x: [batch, features]; y: [batch, times, features]. x gets the sum of the gradients of all copies. */
public final class RepeatRow implements Op {
  private final Tensor x;
  private final Tensor y;
  private final int times;

  public RepeatRow(Builder builder, String name, Tensor x, int times) {
    this.x = x;
    this.times = times;
    this.y = builder.buffer(name, Shape.of(times, x.rowCount()), x);
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
    int width = x.rowCount();
    for (int copy = 0; copy < x.rows() * times; copy++) {
      System.arraycopy(x.values(), copy / times * width, y.values(), copy * width, width);
    }
  }

  @Override
  public void backward() {
    if (!x.hasGrad()) {
      return;
    }
    int width = x.rowCount();
    for (int copy = 0; copy < x.rows() * times; copy++) {
      add(y.grads(), copy * width, x.grads(), copy / times * width, width);
    }
  }

  private static void add(float[] dy, int at, float[] dx, int to, int width) {
    for (int i = 0; i < width; i++) {
      dx[to + i] += dy[at + i];
    }
  }
}
