package studio.backprop.op;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.kernel.Pooling;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = the largest number under the window, channel by channel. x: [batch, channels, height, width]. The gradient goes back to the largest
 * number alone, to the first one where several are equal. Padding never wins. Zhou and Chellappa 1988; LeCun et al. 1998.
 */
public final class MaxPool implements Op {
  private final Tensor x;
  private final Tensor y;
  private final Pooling pooling;
  private final PlaneLoop forward;
  private final PlaneLoop backward;
  private boolean add = true;

  /** @throws IllegalArgumentException if padding could fill a whole window */
  public MaxPool(Builder builder, String name, Tensor x, Sweep down, Sweep across) {
    this(builder, name, x, Shape.of(x.shape().size(0), down.steps(), across.steps()), down.size() * across.size(), Pool.windows(down, across));
  }

  /** @param pixels of a plane */
  private MaxPool(Builder builder, String name, Tensor x, Shape shape, int pixels, int[][] windows) {
    this.x = x;
    this.y = builder.buffer(name, shape, x);
    this.pooling = builder.kernels().maxPooling(x.lanes(), pixels, windows);
    int planes = x.count() / x.lanes() / pixels;
    this.forward = new PlaneLoop(builder.kernels().workers(), planes, x.count(), this::pick);
    this.backward = new PlaneLoop(builder.kernels().workers(), planes, x.count(), this::giveBack);
  }

  /**
   * The largest number along an axis, which is gone afterwards.
   *
   * @param axis of an example
   * @param shape without it
   */
  public static MaxPool over(Builder builder, String name, Tensor x, int axis, Shape shape) {
    AxisRuns runs = AxisRuns.of(x, axis);
    int inner = runs.inner() / x.lanes();
    int[][] windows =
        IntStream.range(0, inner).mapToObj(i -> IntStream.range(0, runs.size()).map(place -> place * inner + i).toArray()).toArray(int[][]::new);
    return new MaxPool(builder, name, x, shape, runs.size() * inner, windows);
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

  private void pick(int fromPlane, int toPlane) {
    pooling.forward(fromPlane, toPlane, x.values(), y.values());
  }

  private void giveBack(int fromPlane, int toPlane) {
    pooling.backward(fromPlane, toPlane, x.values(), y.values(), y.grads(), x.grads(), add);
  }
}
