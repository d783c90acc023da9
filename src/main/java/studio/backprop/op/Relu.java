package studio.backprop.op;

import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/** y = max(0, x). The derivative is 1 above zero and 0 elsewhere, at zero too. Nair and Hinton 2010. */
public final class Relu implements Op {
  private final Kernels kernels;
  private final Tensor x;
  private final Tensor y;
  private final PlaneLoop forward;
  private final PlaneLoop backward;
  private boolean add = true;

  public Relu(Builder builder, String name, Tensor x) {
    this.kernels = builder.kernels();
    this.x = x;
    this.y = builder.buffer(name, x.shape(), x);
    this.forward = PlaneLoop.overNumbers(kernels.workers(), x.count(), this::bend);
    this.backward = PlaneLoop.overNumbers(kernels.workers(), x.count(), this::giveBack);
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
  public boolean rectifies() {
    return true;
  }

  @Override
  public boolean claimGradient(Tensor input) {
    add = false;
    return true;
  }

  @Override
  public OpTraits traits() {
    return new OpTraits(false, true, true);
  }

  @Override
  public void forward(Mode mode) {
    forward.run();
  }

  @Override
  public void backward() {
    if (x.hasGrad()) {
      backward.run();
    }
  }

  private void bend(int from, int to) {
    kernels.relu(x.values(), from, to - from, y.values());
  }

  private void giveBack(int from, int to) {
    kernels.reluGradient(add, y.values(), y.grads(), from, to - from, x.grads());
  }
}
