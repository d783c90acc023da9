package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * y = the sum of x over the unmasked nodes. x: [batch, nodes, features], y: [batch, features]. Each of these nodes gets the whole gradient.
 */
public final class NodeSum implements Op {
  private final Kernels kernels;
  private final Tensor x;
  private final Tensor counts;
  private final Tensor y;
  private final int nodes;
  private final int features;

  /** @param counts mask [batch, nodes], 0 for padding; null without */
  public NodeSum(Builder builder, String name, Tensor x, Tensor counts) {
    this.kernels = builder.kernels();
    this.x = x;
    this.counts = counts;
    this.nodes = x.shape().size(0);
    this.features = x.shape().size(1);
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
    Arrays.fill(y.values(), 0f);
    for (int row = 0; row < x.rows(); row++) {
      if (counts == null) {
        kernels.addRows(nodes, features, x.values(), row * nodes * features, y.values(), row * features);
      } else {
        addThoseThatCount(row);
      }
    }
  }

  private void addThoseThatCount(int row) {
    for (int node = row * nodes; node < (row + 1) * nodes; node++) {
      if (counts(node)) {
        kernels.addRows(1, features, x.values(), node * features, y.values(), row * features);
      }
    }
  }

  private boolean counts(int node) {
    return counts == null || counts.values()[node] > 0.5f;
  }

  @Override
  public void backward() {
    for (int node = 0; x.hasGrad() && node < x.rows() * nodes; node++) {
      if (counts(node)) {
        kernels.addRows(1, features, y.grads(), node / nodes * features, x.grads(), node * features);
      }
    }
  }
}
