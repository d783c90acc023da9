package studio.backprop.op;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.Pooling;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** Base of poolings: one number per window, plane by plane. A subclass selects the kernel. */
public abstract class Pool implements Op {
  /** Kernel factory: of lanes, pixels per plane and windows. */
  interface Maker {
    Pooling make(Kernels kernels, int lanes, int pixels, int[][] windows);
  }

  private final Tensor x;
  private final Tensor y;
  private final List<WindowAxis> sweeps;
  private final Pooling pooling;
  private final PlaneLoop forward;
  private final PlaneLoop backward;
  private boolean add = true;

  /**
   * Image windows.
   *
   * @throws IllegalArgumentException if padding could fill a whole window
   */
  Pool(Builder builder, String name, Tensor x, WindowAxis down, WindowAxis across, Maker maker) {
    this(
        builder, name, x, Shape.of(x.shape().size(0), down.steps(), across.steps()), down.size() * across.size(), windows(down, across),
        List.of(down, across), maker);
  }

  /**
   * Arbitrary windows.
   *
   * @param shape of the output
   * @param pixels per plane
   */
  Pool(Builder builder, String name, Tensor x, Shape shape, int pixels, int[][] windows, Maker maker) {
    this(builder, name, x, shape, pixels, windows, List.of(), maker);
  }

  private Pool(Builder builder, String name, Tensor x, Shape shape, int pixels, int[][] windows, List<WindowAxis> sweeps, Maker maker) {
    this.x = x;
    this.sweeps = sweeps;
    this.y = builder.buffer(name, shape, x);
    this.pooling = maker.make(builder.kernels(), x.lanes(), pixels, windows);
    int planes = x.count() / x.lanes() / pixels;
    this.forward = new PlaneLoop(builder.kernels().workers(), planes, x.count(), this::pool);
    this.backward = new PlaneLoop(builder.kernels().workers(), planes, x.count(), this::giveBack);
  }

  @Override
  public final List<WindowAxis> sweeps() {
    return sweeps;
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
  public final boolean claimGradient(Tensor input) {
    add = false;
    return true;
  }

  @Override
  public final void forward(Mode mode) {
    forward.run();
  }

  @Override
  public final void backward() {
    if (x.hasGrad()) {
      backward.run();
    }
  }

  private void pool(int fromPlane, int toPlane) {
    pooling.forward(fromPlane, toPlane, x.values(), y.values());
  }

  private void giveBack(int fromPlane, int toPlane) {
    pooling.backward(fromPlane, toPlane, x.values(), y.values(), y.grads(), x.grads(), add);
  }

  /** @throws IllegalArgumentException if padding could fill a whole window */
  private static void requireNumbers(WindowAxis sweep) {
    if (sweep.before() >= sweep.kernel() || sweep.after() >= sweep.kernel()) {
      throw new IllegalArgumentException("padding must be smaller than the window, but was " + sweep);
    }
  }

  /**
   * Pixels of a plane under each window, row-major.
   *
   * @throws IllegalArgumentException if padding could fill a whole window
   */
  private static int[][] windows(WindowAxis down, WindowAxis across) {
    requireNumbers(down);
    requireNumbers(across);
    int[][] windows = new int[down.steps() * across.steps()][];
    for (int i = 0; i < windows.length; i++) {
      int row = i / across.steps();
      int column = i % across.steps();
      int width = across.end(column) - across.start(column);
      windows[i] = IntStream.range(0, (down.end(row) - down.start(row)) * width)
          .map(p -> (down.start(row) + p / width) * across.size() + across.start(column) + p % width).toArray();
    }
    return windows;
  }
}
