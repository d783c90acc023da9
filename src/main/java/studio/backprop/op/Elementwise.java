package studio.backprop.op;

import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/** Elementwise op: y = f(x), ∂L/∂x = ∂L/∂y · f′(x). Each subclass has f and f′ as one loop each. */
public abstract class Elementwise implements Op {
  /**
   * min(1, a·HUGE) is 1 for every positive a that matters and 0 for a = 0: a branch-free step function, as the branch would be
   * unpredictable.
   */
  protected static final float HUGE = 1e37f;

  protected final Kernels kernels;
  protected final Tensor x;
  protected final Tensor y;
  protected final int count;

  protected Elementwise(Builder builder, String name, Tensor x) {
    this.kernels = builder.kernels();
    this.x = x;
    this.count = x.count();
    this.y = builder.buffer(name, x.shape(), x);
  }

  @Override
  public final List<Tensor> inputs() {
    return List.of(x);
  }

  @Override
  public final Tensor output() {
    return y;
  }

  @Override
  public final void forward(Mode mode) {
    apply(x.values(), y.values());
  }

  @Override
  public final void backward() {
    if (x.hasGrad()) {
      addGradient(x.values(), y.values(), y.grads(), x.grads());
    }
  }

  /** y = f(x). */
  protected abstract void apply(float[] x, float[] y);

  /** dx += dy · f′, from x or from y, whichever is simpler. */
  protected abstract void addGradient(float[] x, float[] y, float[] dy, float[] dx);
}
