package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = the mean of x over the time steps that count, feature by feature. x: [batch, time, features], y: [batch, features]. Each of these
 * steps gets back the same share of the gradient. Where none counts, y is 0.
 */
public final class TimeAverage implements Op {
  private final Tensor x;
  private final Tensor counts;
  private final Tensor y;
  private final int steps;
  private final int features;
  private final float[] shares;

  /** @param counts 0 for each step that only fills up, [batch, time]; null where all count */
  public TimeAverage(Builder builder, String name, Tensor x, Tensor counts) {
    this.x = x;
    this.counts = counts;
    this.steps = x.shape().size(0);
    this.features = x.shape().size(1);
    this.shares = new float[x.rows() * steps];
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
  public void forward(Mode mode) {
    shareOut();
    Arrays.fill(y.values(), 0f);
    for (int step = 0; step < shares.length; step++) {
      add(shares[step], x.values(), step * features, y.values(), step / steps * features, features);
    }
  }

  /** What part of the mean each step is. */
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
    for (int step = 0; x.hasGrad() && step < shares.length; step++) {
      add(shares[step], y.grads(), step / steps * features, x.grads(), step * features, features);
    }
  }

  private static void add(float share, float[] from, int fromAt, float[] to, int toAt, int count) {
    for (int i = 0; i < count; i++) {
      to[toAt + i] += share * from[fromAt + i];
    }
  }
}
