package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Tensor;

/** y = 1 where x is not the number that fills sequences up, 0 where it is. It jumps, so no gradient goes back. */
public final class NotPadding implements Op {
  private final Tensor x;
  private final Tensor y;
  private final int padding;

  public NotPadding(Builder builder, String name, Tensor x, int padding) {
    this.x = x;
    this.padding = padding;
    this.y = builder.buffer(name, x.shape(), x);
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
    float[] tokens = x.values();
    float[] counts = y.values();
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Math.round(tokens[i]) == padding ? 0 : 1;
    }
  }

  @Override
  public void backward() {}
}
