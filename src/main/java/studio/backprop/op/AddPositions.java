package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Tensor;

/** y = x + P, the same P for each example. x, y: [batch, time, features], P: [time, features]. ∂L/∂P is the sum of ∂L/∂y over the batch. */
public final class AddPositions implements Op {
  private final Tensor x;
  private final Tensor positions;
  private final Tensor y;

  public AddPositions(Builder builder, String name, Tensor x, Tensor positions) {
    this.x = x;
    this.positions = positions;
    this.y = builder.buffer(name, x.shape(), x, positions);
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x, positions);
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public void forward(Mode mode) {
    int count = y.rowCount();
    for (int row = 0; row < y.rows(); row++) {
      System.arraycopy(x.values(), row * count, y.values(), row * count, count);
      add(positions.values(), 0, y.values(), row * count, count);
    }
  }

  @Override
  public void backward() {
    int count = y.rowCount();
    if (x.hasGrad()) {
      add(y.grads(), 0, x.grads(), 0, y.count());
    }
    for (int row = 0; positions.hasGrad() && row < y.rows(); row++) {
      add(y.grads(), row * count, positions.grads(), 0, count);
    }
  }

  private static void add(float[] from, int fromAt, float[] to, int toAt, int count) {
    for (int i = 0; i < count; i++) {
      to[toAt + i] += from[fromAt + i];
    }
  }
}
