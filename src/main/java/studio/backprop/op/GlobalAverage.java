package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = the mean of each channel. x: [batch, channels, height, width]; y: [batch, channels]. The gradient is distributed evenly over a
 * channel's pixels. Lin, Chen and Yan 2014.
 */
public final class GlobalAverage implements Op {
  private final Tensor x;
  private final Tensor y;
  private final int pixels;
  private final int lanes;

  public GlobalAverage(Builder builder, String name, Tensor x) {
    this.x = x;
    this.pixels = x.shape().size(1) * x.shape().size(2);
    this.lanes = x.lanes();
    this.y = builder.buffer(name, Shape.of(x.shape().size(0)), x);
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
  public OpTraits traits() {
    return new OpTraits(false, false, false);
  }

  @Override
  public void forward(Mode mode) {
    float[] from = x.values();
    float[] to = y.values();
    for (int out = 0; out < to.length; out++) {
      double sum = 0;
      int first = out / lanes * lanes * pixels + out % lanes;
      for (int p = 0; p < pixels; p++) {
        sum += from[first + p * lanes];
      }
      to[out] = (float) (sum / pixels);
    }
  }

  @Override
  public void backward() {
    if (!x.hasGrad()) {
      return;
    }
    float[] dy = y.grads();
    float[] dx = x.grads();
    for (int out = 0; out < dy.length; out++) {
      float share = dy[out] / pixels;
      int first = out / lanes * lanes * pixels + out % lanes;
      for (int p = 0; p < pixels; p++) {
        dx[first + p * lanes] += share;
      }
    }
  }
}
