package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import studio.backprop.tensor.Tensor;

/**
 * Â = D^−½·(A + I)·D^−½: the adjacency with self-loops, normalized by node degree; D has the row sums of A + I on its diagonal. A, Â:
 * [batch, nodes, nodes]. Rows and columns of nodes whose row sum is not positive are 0. Kipf and Welling 2017, equation 2.
 */
public final class NormalizeGraph implements Op {
  private final Tensor adjacency;
  private final Tensor normalized;
  private final int nodes;
  /** 1/√d of each node of the batch. */
  private final float[] scale;
  /** ∂L/∂(1/√d). */
  private final float[] scaleGrads;

  public NormalizeGraph(Builder builder, String name, Tensor adjacency) {
    this.adjacency = adjacency;
    this.nodes = adjacency.shape().size(0);
    this.scale = new float[adjacency.rows() * nodes];
    this.scaleGrads = new float[scale.length];
    this.normalized = builder.buffer(name, adjacency.shape(), adjacency);
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(adjacency);
  }

  @Override
  public Tensor output() {
    return normalized;
  }

  @Override
  public void forward(Mode mode) {
    float[] a = adjacency.values();
    for (int node = 0; node < scale.length; node++) {
      float degree = 1;
      for (int at = node * nodes; at < (node + 1) * nodes; at++) {
        degree += a[at];
      }
      scale[node] = degree > 0 ? (float) (1 / Math.sqrt(degree)) : 0;
    }
    for (int node = 0; node < scale.length; node++) {
      weigh(node, a, normalized.values());
    }
  }

  private void weigh(int node, float[] a, float[] weighed) {
    int first = node - node % nodes;
    int row = node * nodes;
    float own = scale[node];
    for (int j = 0; j < nodes; j++) {
      weighed[row + j] = own * a[row + j] * scale[first + j];
    }
    weighed[row + node - first] += own * own;
  }

  @Override
  public void backward() {
    if (!adjacency.hasGrad()) {
      return;
    }
    Arrays.fill(scaleGrads, 0f);
    for (int node = 0; node < scale.length; node++) {
      giveToScales(node, adjacency.values(), normalized.grads());
    }
    for (int node = 0; node < scale.length; node++) {
      giveToNeighbours(node, normalized.grads(), adjacency.grads());
    }
  }

  private void giveToScales(int node, float[] a, float[] dWeighed) {
    int first = node - node % nodes;
    int row = node * nodes;
    for (int j = 0; j < nodes; j++) {
      float edge = a[row + j] + (first + j == node ? 1 : 0);
      scaleGrads[node] += dWeighed[row + j] * edge * scale[first + j];
      scaleGrads[first + j] += dWeighed[row + j] * edge * scale[node];
    }
  }

  private void giveToNeighbours(int node, float[] dWeighed, float[] da) {
    int first = node - node % nodes;
    int row = node * nodes;
    float own = scale[node];
    float degreeGrad = -0.5f * own * own * own * scaleGrads[node];
    for (int j = 0; j < nodes; j++) {
      da[row + j] += own * dWeighed[row + j] * scale[first + j] + degreeGrad;
    }
  }
}
