package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import studio.backprop.kernel.BlockProduct;
import studio.backprop.kernel.BlockSize;
import studio.backprop.kernel.BlockSize.Transposed;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = the mean of x over the unmasked time steps. x: [batch, time, features], y: [batch, features]. The gradient is distributed evenly over
 * these steps. 0 if all are masked. Computed as a product with a row of weights.
 */
public final class TimeAverage implements Op {
  private final Tensor x;
  private final Tensor counts;
  private final Tensor y;
  private final int steps;
  private final int features;
  private final float[] shares;
  private final BlockProduct mean;
  private final BlockProduct spread;
  private boolean add = true;

  /** @param counts mask [batch, time], 0 for padding; null without */
  public TimeAverage(Builder builder, String name, Tensor x, Tensor counts) {
    this.x = x;
    this.counts = counts;
    this.steps = x.shape().size(0);
    this.features = x.shape().size(1);
    this.shares = new float[x.rows() * steps];
    this.mean = builder.kernels().blockProduct(new BlockSize(Transposed.NONE, 1, features, steps, steps, features, features));
    this.spread = builder.kernels().blockProduct(new BlockSize(Transposed.NONE, steps, features, 1, 1, features, features));
    this.y = builder.buffer(name, Shape.of(features), x);
  }

  @Override
  public List<Tensor> inputs() {
    return Stream.of(x, counts).filter(tensor -> tensor != null).toList();
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public boolean claimGradient(Tensor input) {
    boolean values = input == x;
    add &= !values;
    return values;
  }

  @Override
  public void forward(Mode mode) {
    shareOut();
    for (int row = 0; row < x.rows(); row++) {
      mean.multiply(shares, row * steps, x.values(), row * steps * features, y.values(), row * features);
    }
  }

  /** Weights of the mean. */
  private void shareOut() {
    if (counts == null) {
      Arrays.fill(shares, 1f / steps);
      return;
    }
    for (int row = 0; row < x.rows(); row++) {
      int counted = 0;
      for (int i = row * steps; i < (row + 1) * steps; i++) {
        shares[i] = counts.values()[i] > 0.5f ? 1 : 0;
        counted += (int) shares[i];
      }
      for (int i = row * steps; i < (row + 1) * steps; i++) {
        shares[i] /= Math.max(1, counted);
      }
    }
  }

  @Override
  public void backward() {
    for (int row = 0; x.hasGrad() && row < x.rows(); row++) {
      if (add) {
        spread.add(shares, row * steps, y.grads(), row * features, x.grads(), row * steps * features);
      } else {
        spread.multiply(shares, row * steps, y.grads(), row * features, x.grads(), row * steps * features);
      }
    }
  }
}
