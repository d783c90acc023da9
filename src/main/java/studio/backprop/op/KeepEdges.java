package studio.backprop.op;

import java.util.List;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * yₚ_q = aᵢⱼ for the p-th and the q-th best node i and j, 0 for empty places: the edges between kept nodes. a: [batch, nodes, nodes], y:
 * [batch, keep, keep]. The selection is not differentiable, so the scores get no gradient. Gao and Ji 2019.
 */
public final class KeepEdges implements Op {
  private final BestNodes best;
  private final Tensor adjacency;
  private final Tensor y;
  private final int nodes;

  public KeepEdges(Builder builder, String name, Tensor adjacency, BestNodes best) {
    this.best = best;
    this.adjacency = adjacency;
    this.nodes = adjacency.shape().size(0);
    this.y = builder.buffer(name, Shape.of(best.keep(), best.keep()), adjacency);
  }

  @Override
  public boolean hasCorners() {
    return true;
  }

  @Override
  public List<Tensor> inputs() {
    return best.beside(adjacency);
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public void forward(Mode mode) {
    best.choose();
    for (int at = 0; at < y.count(); at++) {
      int from = from(at);
      y.values()[at] = from == BestNodes.NONE ? 0 : adjacency.values()[from];
    }
  }

  /** Index of an edge in the adjacency. */
  private int from(int at) {
    int keep = best.keep();
    int one = best.at(at / keep);
    int other = best.at(at / keep / keep * keep + at % keep);
    return one == BestNodes.NONE || other == BestNodes.NONE ? BestNodes.NONE : one * nodes + other % nodes;
  }

  @Override
  public void backward() {
    for (int at = 0; adjacency.hasGrad() && at < y.count(); at++) {
      int from = from(at);
      if (from != BestNodes.NONE) {
        adjacency.grads()[from] += y.grads()[at];
      }
    }
  }
}
