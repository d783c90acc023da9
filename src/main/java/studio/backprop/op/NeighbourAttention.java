package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * yᵢ = Σⱼ αᵢⱼ·hⱼ + b over the neighbours j of node i and i itself; αᵢ = softmaxⱼ leaky(s·hᵢ + t·hⱼ), per head, the heads concatenated. h,
 * y: [batch, nodes, heads·features]; adjacency: [batch, nodes, nodes], an edge where it is not 0; s, t, b: [heads·features]. The adjacency
 * is a mask and gets no gradient. Veličković et al. 2018.
 */
public final class NeighbourAttention implements Op {
  /** Slope of the leaky ReLU. */
  private static final float LEAK = 0.2f;
  /** Score of a non-neighbour, whose softmax is 0. */
  private static final float NO_EDGE = -1e30f;

  /**
   * Parameters.
   *
   * @param listener s
   * @param speaker t
   * @param bias may be null
   */
  public record Weights(Tensor listener, Tensor speaker, Tensor bias) {}

  private final Kernels kernels;
  private final Tensor h;
  private final Tensor adjacency;
  private final Weights weights;
  private final Tensor y;
  private final Tensor attention;
  private final float[] scores;
  /** s·h and t·h, [batch, heads, nodes], and their gradients. */
  private final Tensor listening;
  private final Tensor speaking;
  private final int heads;
  private final int nodes;
  private final int width;
  private final int features;

  public NeighbourAttention(Builder builder, String name, Tensor h, Tensor adjacency, Weights weights, int heads) {
    this.kernels = builder.kernels();
    this.h = h;
    this.adjacency = adjacency;
    this.weights = weights;
    this.heads = heads;
    this.nodes = h.shape().size(0);
    this.width = h.shape().size(1);
    this.features = width / heads;
    this.y = builder.buffer(name, h.shape(), h, weights.listener(), weights.speaker(), weights.bias());
    this.attention = builder.buffer("attention", Shape.of(heads, nodes, nodes), y);
    this.scores = new float[attention.count()];
    this.listening = builder.buffer("listening", Shape.of(heads, nodes), y);
    this.speaking = builder.buffer("speaking", Shape.of(heads, nodes), y);
  }

  @Override
  public boolean hasCorners() {
    return true;
  }

  @Override
  public List<Tensor> inputs() {
    return Stream.of(h, adjacency, weights.listener(), weights.speaker(), weights.bias()).filter(t -> t != null).toList();
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public List<Tensor> inner() {
    return List.of(attention);
  }

  @Override
  public void forward(Mode mode) {
    int lines = listening.count();
    for (int line = 0; line < lines; line++) {
      listening.values()[line] = product(weights.listener().values(), line);
      speaking.values()[line] = product(weights.speaker().values(), line);
    }
    for (int line = 0; line < lines; line++) {
      score(line);
    }
    kernels.softmaxRows(scores, attention.values(), lines, nodes);
    for (int line = 0; line < lines; line++) {
      listen(line, attention.values(), h.values(), y.values());
    }
  }

  // a line is one head of one node: its number counts batch, head, node

  private int node(int line) {
    return line % nodes;
  }

  private int headAt(int line) {
    return line / nodes % heads * features;
  }

  /** Offset of a head's features at the first node of its graph. */
  private int graphAt(int line) {
    return line / nodes / heads * nodes * width + headAt(line);
  }

  private float product(float[] weight, int line) {
    int at = graphAt(line) + node(line) * width;
    int head = headAt(line);
    float sum = 0;
    for (int f = 0; f < features; f++) {
      sum += weight[head + f] * h.values()[at + f];
    }
    return sum;
  }

  private void score(int line) {
    int node = node(line);
    int row = (line / nodes / heads * nodes + node) * nodes;
    int first = line - node;
    for (int j = 0; j < nodes; j++) {
      boolean edge = j == node || adjacency.values()[row + j] != 0;
      scores[line * nodes + j] = edge ? leaky(listening.values()[line] + speaking.values()[first + j]) : NO_EDGE;
    }
  }

  private static float leaky(float score) {
    return score > 0 ? score : LEAK * score;
  }

  private void listen(int line, float[] shares, float[] said, float[] heard) {
    int graph = graphAt(line);
    int at = graph + node(line) * width;
    int head = headAt(line);
    for (int f = 0; f < features; f++) {
      heard[at + f] = weights.bias() == null ? 0 : weights.bias().values()[head + f];
    }
    for (int j = 0; j < nodes; j++) {
      float share = shares[line * nodes + j];
      if (share != 0) {
        for (int f = 0; f < features; f++) {
          heard[at + f] += share * said[graph + j * width + f];
        }
      }
    }
  }

  @Override
  public void backward() {
    if (!y.hasGrad()) {
      return;
    }
    Arrays.fill(listening.grads(), 0f);
    Arrays.fill(speaking.grads(), 0f);
    for (int line = 0; line < listening.count(); line++) {
      giveToShares(line, y.grads(), h.values(), attention.grads());
      giveToScores(line, attention.values(), attention.grads());
      if (h.hasGrad()) {
        giveToNeighbours(line, attention.values(), y.grads(), h.grads());
      }
    }
    for (int line = 0; line < listening.count(); line++) {
      giveToProduct(line, listening.grads()[line], weights.listener());
      giveToProduct(line, speaking.grads()[line], weights.speaker());
    }
    if (weights.bias() != null && weights.bias().hasGrad()) {
      kernels.addRows(y.rows() * nodes, width, y.grads(), 0, weights.bias().grads(), 0);
    }
  }

  private void giveToShares(int line, float[] dy, float[] said, float[] dShares) {
    int graph = graphAt(line);
    int at = graph + node(line) * width;
    for (int j = 0; j < nodes; j++) {
      float sum = 0;
      for (int f = 0; f < features; f++) {
        sum += dy[at + f] * said[graph + j * width + f];
      }
      dShares[line * nodes + j] = sum;
    }
  }

  private void giveToScores(int line, float[] shares, float[] dShares) {
    int from = line * nodes;
    int first = line - node(line);
    float mean = 0;
    for (int j = 0; j < nodes; j++) {
      mean += shares[from + j] * dShares[from + j];
    }
    for (int j = 0; j < nodes; j++) {
      float slope = scores[from + j] > 0 ? 1 : LEAK;
      float grad = shares[from + j] * (dShares[from + j] - mean) * slope;
      listening.grads()[line] += grad;
      speaking.grads()[first + j] += grad;
    }
  }

  private void giveToNeighbours(int line, float[] shares, float[] dy, float[] dh) {
    int graph = graphAt(line);
    int at = graph + node(line) * width;
    for (int j = 0; j < nodes; j++) {
      float share = shares[line * nodes + j];
      if (share != 0) {
        for (int f = 0; f < features; f++) {
          dh[graph + j * width + f] += share * dy[at + f];
        }
      }
    }
  }

  private void giveToProduct(int line, float grad, Tensor weight) {
    int at = graphAt(line) + node(line) * width;
    int head = headAt(line);
    for (int f = 0; h.hasGrad() && f < features; f++) {
      h.grads()[at + f] += grad * weight.values()[head + f];
    }
    for (int f = 0; weight.hasGrad() && f < features; f++) {
      weight.grads()[head + f] += grad * h.values()[at + f];
    }
  }
}
