package studio.backprop.op;

import java.util.List;
import studio.backprop.kernel.Pooling;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = the mean of the numbers under the window, channel by channel; padding is left out of the mean. x: [batch, channels, height, width].
 * Each number gets back its share of the gradient of every window it was in. LeCun et al. 1989.
 */
public final class AveragePool implements Op {
  private final Tensor x;
  private final Tensor y;
  private final Pooling pooling;
  private final PlaneLoop forward;
  private final PlaneLoop backward;
  private boolean add = true;

  /** @throws IllegalArgumentException if padding could fill a whole window */
  public AveragePool(Builder builder, String name, Tensor x, Sweep down, Sweep across) {
    this.x = x;
    int channels = x.shape().size(0);
    this.y = builder.buffer(name, Shape.of(channels, down.steps(), across.steps()), x);
    this.pooling = builder.kernels().averagePooling(x.lanes(), down.size() * across.size(), Pool.windows(down, across));
    int planes = x.rows() / x.lanes() * channels;
    this.forward = new PlaneLoop(builder.kernels().workers(), planes, x.count(), this::average);
    this.backward = new PlaneLoop(builder.kernels().workers(), planes, x.count(), this::giveBack);
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
  public boolean overwrites(Tensor input) {
    add = false;
    return true;
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

  private void average(int fromPlane, int toPlane) {
    pooling.forward(fromPlane, toPlane, x.values(), y.values());
  }

  private void giveBack(int fromPlane, int toPlane) {
    pooling.backward(fromPlane, toPlane, x.values(), y.values(), y.grads(), x.grads(), add);
  }
}
