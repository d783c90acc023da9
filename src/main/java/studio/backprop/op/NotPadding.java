package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = 1 for each time step, 0 for padding. x: tokens, [batch, time], where the padding is a token; or features, [batch, time, features],
 * where a step is padding if all its numbers equal it. Not differentiable: no gradient.
 */
public final class NotPadding implements Op {
  private final Tensor x;
  private final Tensor y;
  private final int padding;

  public NotPadding(Builder builder, String name, Tensor x, int padding) {
    this.x = x;
    this.padding = padding;
    this.y = builder.buffer(name, Shape.of(x.shape().size(0)), x);
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
    boolean tokens = x.shape().rank() == 1;
    int width = x.count() / y.count();
    for (int step = 0; step < y.count(); step++) {
      boolean fills = tokens ? Math.round(x.values()[step]) == padding : fills(step * width, width);
      y.values()[step] = fills ? 0 : 1;
    }
  }

  private boolean fills(int at, int width) {
    for (int i = at; i < at + width; i++) {
      if (x.values()[i] != padding) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void backward() {}
}
