package studio.backprop.op;

import java.util.List;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Tensor;

/**
 * y = Â·h + b: the sum of the neighbours' features, weighted by each node's row of Â. Â: [batch, nodes, nodes]; h, y: [batch, nodes,
 * features]; b: [features] or none. ∂L/∂h = Âᵀ·∂L/∂y, ∂L/∂Â = ∂L/∂y·hᵀ, ∂L/∂b = the sum of ∂L/∂y over all nodes.
 */
public final class SumNeighbours implements Op {
  private final Kernels kernels;
  private final Tensor weights;
  private final Tensor h;
  private final Tensor bias;
  private final Tensor y;
  private final int nodes;
  private final int features;
  private boolean add = true;

  public SumNeighbours(Builder builder, String name, Tensor h, Tensor weights, Tensor bias) {
    this.kernels = builder.kernels();
    this.h = h;
    this.weights = weights;
    this.bias = bias;
    this.nodes = h.shape().size(0);
    this.features = h.shape().size(1);
    this.y = builder.buffer(name, h.shape(), h, weights, bias);
  }

  @Override
  public List<Tensor> inputs() {
    return Stream.of(h, weights, bias).filter(t -> t != null).toList();
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public boolean claimGradient(Tensor input) {
    boolean features = input == h;
    add &= !features;
    return features;
  }

  @Override
  public void forward(Mode mode) {
    for (int row = 0; row < h.rows(); row++) {
      int graph = row * nodes * nodes;
      int at = row * nodes * features;
      if (bias == null) {
        kernels.multiply(false, nodes, features, nodes, weights.values(), graph, h.values(), at, y.values(), at);
      } else {
        kernels.affine(nodes, features, nodes, weights.values(), graph, h.values(), at, bias.values(), 0, y.values(), at);
      }
    }
  }

  @Override
  public void backward() {
    float[] dy = y.grads();
    for (int row = 0; row < h.rows(); row++) {
      int graph = row * nodes * nodes;
      int at = row * nodes * features;
      if (h.hasGrad()) {
        kernels.multiplyLeftTransposed(add, nodes, features, nodes, weights.values(), graph, dy, at, h.grads(), at);
      }
      if (weights.hasGrad()) {
        kernels.multiplyRightTransposed(true, nodes, nodes, features, dy, at, h.values(), at, weights.grads(), graph);
      }
    }
    if (bias != null && bias.hasGrad()) {
      kernels.addRows(h.rows() * nodes, features, dy, 0, bias.grads(), 0);
    }
  }
}
