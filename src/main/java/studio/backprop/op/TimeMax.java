package studio.backprop.op;

import java.util.List;
import java.util.stream.Stream;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = the maximum of x over the unmasked time steps, per feature; ties go to the first. x: [batch, time, features], y: [batch, features].
 * The gradient goes to the maximum. 0 if all are masked.
 */
public final class TimeMax implements Op {
  private static final int NONE = -1;

  private final Tensor x;
  private final Tensor counts;
  private final Tensor y;
  private final int steps;
  private final int features;
  private final int[] taken;

  /** @param counts mask [batch, time], 0 for padding; null without */
  public TimeMax(Builder builder, String name, Tensor x, Tensor counts) {
    this.x = x;
    this.counts = counts;
    this.steps = x.shape().size(0);
    this.features = x.shape().size(1);
    this.y = builder.buffer(name, Shape.of(features), x);
    this.taken = new int[y.count()];
  }

  @Override
  public boolean hasCorners() {
    return true;
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
    float[] values = x.values();
    for (int out = 0; out < taken.length; out++) {
      taken[out] = largest(values, out / features * steps, out % features);
      y.values()[out] = taken[out] == NONE ? 0 : values[taken[out]];
    }
  }

  private int largest(float[] values, int firstStep, int feature) {
    int best = NONE;
    for (int step = firstStep; step < firstStep + steps; step++) {
      int at = step * features + feature;
      boolean open = counts == null || counts.values()[step] > 0.5f;
      // NaN propagates instead of being hidden
      if (open && (best == NONE || values[at] > values[best] || Float.isNaN(values[at]))) {
        best = at;
      }
    }
    return best;
  }

  @Override
  public void backward() {
    for (int out = 0; x.hasGrad() && out < taken.length; out++) {
      if (taken[out] != NONE) {
        x.grads()[taken[out]] += y.grads()[out];
      }
    }
  }
}
