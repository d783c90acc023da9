package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Tensor;

/** y = a and b concatenated along the batch: [rows of a + rows of b, …]. Each receives the gradient of its own examples. */
public final class StackBatches implements Op {
  private final Tensor a;
  private final Tensor b;
  private final Tensor y;

  /** Both must be row-major and have the same shape. */
  public StackBatches(String name, Tensor a, Tensor b) {
    this.a = a;
    this.b = b;
    this.y = new Tensor(name, a.rows() + b.rows(), a.shape(), a.hasGrad() || b.hasGrad());
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(a, b);
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public OpTraits traits() {
    return new OpTraits(false, false, false);
  }

  @Override
  public void forward(Mode mode) {
    System.arraycopy(a.values(), 0, y.values(), 0, a.count());
    System.arraycopy(b.values(), 0, y.values(), a.count(), b.count());
  }

  @Override
  public void backward() {
    giveBack(a, 0);
    giveBack(b, a.count());
  }

  private void giveBack(Tensor part, int from) {
    for (int i = 0; part.hasGrad() && i < part.count(); i++) {
      part.grads()[i] += y.grads()[from + i];
    }
  }
}
