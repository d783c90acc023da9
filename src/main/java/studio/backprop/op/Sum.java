package studio.backprop.op;

import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/**
 * y = x₁ + x₂ + …, elementwise. Each term gets the whole gradient, which a residual connection therefore passes undiminished. A ReLU may be
 * fused.
 */
public final class Sum implements Op {
  private final Kernels kernels;
  private final List<Tensor> terms;
  private final Tensor y;
  private final PlaneLoop forward;
  private final PlaneLoop backward;
  private final boolean[] overwritten;
  private boolean relu;

  public Sum(Builder builder, String name, List<Tensor> terms) {
    this.kernels = builder.kernels();
    this.terms = List.copyOf(terms);
    this.y = builder.buffer(name, terms.get(0).shape(), terms.toArray(Tensor[]::new));
    this.overwritten = new boolean[terms.size()];
    this.forward = PlaneLoop.overNumbers(kernels.workers(), y.count(), this::add);
    this.backward = PlaneLoop.overNumbers(kernels.workers(), y.count(), this::giveBack);
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
  public boolean claimGradient(Tensor input) {
    overwritten[terms.indexOf(input)] = true;
    return true;
  }

  @Override
  public OpTraits traits() {
    return new OpTraits(false, relu, true);
  }

  @Override
  public boolean absorbRelu() {
    relu = true;
    return true;
  }

  @Override
  public String name() {
    return relu ? "sum relu" : "sum";
  }

  @Override
  public boolean rectifies() {
    return relu;
  }

  @Override
  public void forward(Mode mode) {
    forward.run();
  }

  @Override
  public void backward() {
    backward.run();
  }

  private void add(int from, int to) {
    copy(terms.get(0).values(), y.values(), from, to);
    for (int t = 1; t < terms.size(); t++) {
      kernels.add(terms.get(t).values(), from, to - from, y.values());
    }
    if (relu) {
      kernels.relu(y.values(), from, to - from, y.values());
    }
  }

  private void giveBack(int from, int to) {
    if (relu) {
      kernels.reluGradient(false, y.values(), y.grads(), from, to - from, y.grads());
    }
    for (int t = 0; t < terms.size(); t++) {
      if (overwritten[t]) {
        copy(y.grads(), terms.get(t).grads(), from, to);
      } else if (terms.get(t).hasGrad()) {
        kernels.add(y.grads(), from, to - from, terms.get(t).grads());
      }
    }
  }

  /** No-op in place. */
  private static void copy(float[] numbers, float[] copies, int from, int to) {
    if (numbers != copies) {
      System.arraycopy(numbers, from, copies, from, to - from);
    }
  }
}
