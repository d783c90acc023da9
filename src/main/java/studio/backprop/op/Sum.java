package studio.backprop.op;

import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/** y = x₁ + x₂ + …, place by place. Each term gets the whole gradient, which is why a shortcut carries it back undiminished. */
public final class Sum implements Op {
  private final Kernels kernels;
  private final List<Tensor> terms;
  private final Tensor y;

  public Sum(Builder builder, String name, List<Tensor> terms) {
    this.kernels = builder.kernels();
    this.terms = List.copyOf(terms);
    this.y = builder.buffer(name, terms.get(0).shape(), terms.toArray(Tensor[]::new));
  }

  @Override
  public List<Tensor> inputs() {
    return terms;
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public void forward(Mode mode) {
    System.arraycopy(terms.get(0).values(), 0, y.values(), 0, y.count());
    for (int t = 1; t < terms.size(); t++) {
      kernels.addScaled(1f, terms.get(t).values(), y.values(), y.count());
    }
  }

  @Override
  public void backward() {
    for (int t = 0; t < terms.size(); t++) {
      if (terms.get(t).hasGrad()) {
        kernels.addScaled(1f, y.grads(), terms.get(t).grads(), y.count());
      }
    }
  }
}
