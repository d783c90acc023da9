package studio.backprop.ui.lens;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.op.AttendNeighbours;
import studio.backprop.train.NodeLook.OpLook;
import studio.backprop.train.NodeLook.Tensors;

/**
 * Messages along the edges of a graph, for one example: y of a node is the sum of what its neighbours and itself say, each weighed.
 *
 * @param attends whether the weights are attention, and not given by the edges alone
 * @param heads that weigh, each its own features
 * @param weights [heads, nodes, nodes], row: who listens
 * @param said h: [nodes, features]
 * @param heard y: [nodes, features]
 * @param bias of each feature; null where there is none
 * @param gradients ∂L/∂y; null where none arrives
 */
record GraphNumbers(
    boolean attends, int heads, int nodes, int features, float[] weights, float[] said, float[] heard, float[] bias, float[] gradients) {
  /** What a neighbour contributes to a feature of a node. */
  record Term(int from, double weight, double said, double product) {}

  static GraphNumbers of(OpLook op) {
    Tensors h = op.inputs().get(0);
    boolean attends = op.kind() == AttendNeighbours.class;
    Tensors weights = attends ? op.inner("attention").orElseThrow() : op.inputs().get(1);
    int last = op.parameters().size() - 1;
    // the vectors that score come before the bias
    float[] bias = last < (attends ? 2 : 0) ? null : op.parameters().get(last).values();
    return new GraphNumbers(
        attends, attends ? weights.shape().size(0) : 1, h.shape().size(0), h.shape().size(1), weights.values(), h.values(), op.output().values(), bias,
        op.output().grads());
  }

  float weight(int listener, int speaker, int feature) {
    int head = feature / (features / heads);
    return weights[(head * nodes + listener) * nodes + speaker];
  }

  float heard(int node, int feature) {
    return heard[node * features + feature];
  }

  /** What a node sums up for a feature, the largest first. */
  List<Term> terms(int node, int feature) {
    return IntStream.range(0, nodes).filter(from -> weight(node, from, feature) != 0)
        .mapToObj(from -> term(node, from, feature))
        .sorted(Comparator.comparing(term -> -Math.abs(term.product())))
        .toList();
  }

  private Term term(int node, int from, int feature) {
    double weight = weight(node, from, feature);
    double value = said[from * features + feature];
    return new Term(from, weight, value, weight * value);
  }

  /** What comes back to a node from those that it speaks to, the largest first: the slope at each of them times its weight. */
  List<Term> back(int node, int feature) {
    return IntStream.range(0, nodes).filter(listener -> weight(listener, node, feature) != 0)
        .mapToObj(listener -> slope(node, listener, feature))
        .sorted(Comparator.comparing(term -> -Math.abs(term.product())))
        .toList();
  }

  private Term slope(int node, int listener, int feature) {
    double weight = weight(listener, node, feature);
    double slope = gradients[listener * features + feature];
    return new Term(listener, weight, slope, weight * slope);
  }

  double bias(int feature) {
    return bias == null ? 0 : bias[feature];
  }

  /** The two ends of each edge, one pair after the other; loops from a node to itself are left out. */
  int[] edges() {
    return IntStream.range(0, nodes).boxed()
        .flatMapToInt(i -> IntStream.range(0, i).filter(j -> weight(i, j, 0) != 0 || weight(j, i, 0) != 0).flatMap(j -> IntStream.of(i, j)))
        .toArray();
  }
}
