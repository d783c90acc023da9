package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** y = the sum of x over all nodes, feature by feature. x: [batch, nodes, features], y: [batch, features]. Each node gets the whole gradient. */
public final class NodeSum implements Op {
  private final Kernels kernels;
  private final Tensor x;
  private final Tensor y;
  private final int nodes;
  private final int features;

  public NodeSum(Builder builder, String name, Tensor x) {
    this.kernels = builder.kernels();
    this.x = x;
    this.nodes = x.shape().size(0);
    this.features = x.shape().size(1);
    this.y = builder.buffer(name, Shape.of(features), x);
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
  public void forward(Mode mode) {
    Arrays.fill(y.values(), 0f);
    for (int row = 0; row < x.rows(); row++) {
      kernels.addRows(nodes, features, x.values(), row * nodes * features, y.values(), row * features);
    }
  }

  @Override
  public void backward() {
    for (int at = 0; x.hasGrad() && at < x.count(); at++) {
      x.grads()[at] += y.grads()[at / (nodes * features) * features + at % features];
    }
  }
}
