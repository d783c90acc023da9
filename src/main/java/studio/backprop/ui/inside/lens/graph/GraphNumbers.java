package studio.backprop.ui.inside.lens.graph;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.NeighbourAttention;

/**
 * Message passing in a graph, for one example: y of a node is the weighted sum of the messages of its neighbours and itself.
 *
 * @param attends whether the weights are attention, and not given by the edges alone
 * @param heads number of attention heads, each with its own features
 * @param weights [heads, nodes, nodes], a row for each receiver
 * @param said h: [nodes, features]
 * @param heard y: [nodes, features]
 * @param bias of each feature; null without
 * @param gradients ∂L/∂y; null where not computed
 */
record GraphNumbers(
    boolean attends, int heads, int nodes, int features, float[] weights, float[] said, float[] heard, float[] bias, float[] gradients) {
  /** Message of a neighbour, for a feature of a node. */
  record Term(int from, double weight, double said, double product) {}

  static GraphNumbers of(OpLook op) {
    Tensors h = op.inputs().get(0);
    boolean attends = op.kind() == NeighbourAttention.class;
    Tensors weights = attends ? op.inner("attention").orElseThrow() : op.inputs().get(1);
    int last = op.parameters().size() - 1;
    // the attention vectors come before the bias
    float[] bias = last < (attends ? 2 : 0) ? null : op.parameters().get(last).values();
    return new GraphNumbers(
        attends, attends ? weights.shape().size(0) : 1, h.shape().size(0), h.shape().size(1), weights.values(), h.values(), op.output()
            .values(), bias,
        op.output().grads());
  }

  float weight(int listener, int speaker, int feature) {
    int head = feature / (features / heads);
    return weights[(head * nodes + listener) * nodes + speaker];
  }

  float heard(int node, int feature) {
    return heard[node * features + feature];
  }

  /** Messages to a node for a feature, the largest first. */
  List<Term> terms(int node, int feature) {
    return largestFirst(from -> term(from, weight(node, from, feature), said[from * features + feature]));
  }

  /** Gradients back to a node from its receivers, the largest first: the gradient of each times its weight. */
  List<Term> back(int node, int feature) {
    return largestFirst(listener -> term(listener, weight(listener, node, feature), gradients[listener * features + feature]));
  }

  private List<Term> largestFirst(IntFunction<Term> ofNode) {
    return IntStream.range(0, nodes).mapToObj(ofNode).filter(term -> term.weight() != 0)
        .sorted(Comparator.comparing(term -> -Math.abs(term.product()))).toList();
  }

  private static Term term(int other, double weight, double value) {
    return new Term(other, weight, value, weight * value);
  }

  double bias(int feature) {
    return bias == null ? 0 : bias[feature];
  }

  /** Pairs of edge ends, without self-loops. */
  int[] edges() {
    return IntStream.range(0, nodes).boxed()
        .flatMapToInt(i -> IntStream.range(0, i).filter(j -> weight(i, j, 0) != 0 || weight(j, i, 0) != 0).flatMap(j -> IntStream.of(i, j)))
        .toArray();
  }
}
