package studio.backprop.op;

import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.LaneOrder;
import studio.backprop.tensor.Tensor;

/** y = x in another storage order: examples interleaved in vector lanes, or row-major. No arithmetic. */
public final class Rearrange implements Op {
  private final Kernels kernels;
  private final LaneOrder arrangement;
  private final Tensor x;
  private final Tensor y;
  private final float[] scratch;
  private boolean add = true;

  /** @param lanes of the result; 1 for row-major */
  public Rearrange(Kernels kernels, Tensor x, int lanes) {
    this.kernels = kernels;
    this.arrangement = kernels.arrangement(x.rows(), x.rowCount());
    this.x = x;
    this.y = new Tensor(x.name(), x.rows(), x.shape(), lanes, x.hasGrad());
    this.scratch = new float[x.hasGrad() ? x.count() : 0];
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
  public boolean claimGradient(Tensor input) {
    add = false;
    return true;
  }

  @Override
  public OpTraits traits() {
    return new OpTraits(false, false, false);
  }

  @Override
  public long scratch() {
    return scratch.length;
  }

  @Override
  public void forward(Mode mode) {
    move(x, x.values(), y.values());
  }

  @Override
  public void backward() {
    if (!x.hasGrad()) {
      return;
    }
    move(y, y.grads(), add ? scratch : x.grads());
    if (add) {
      kernels.addScaled(1, scratch, x.grads(), x.count());
    }
  }

  private void move(Tensor from, float[] numbers, float[] to) {
    if (from.lanes() > 1) {
      arrangement.toRows(numbers, to);
    } else {
      arrangement.toLanes(numbers, to);
    }
  }
}
