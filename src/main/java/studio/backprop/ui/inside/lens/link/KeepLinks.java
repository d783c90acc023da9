package studio.backprop.ui.inside.lens.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.KeepEdges;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Numbers;

/**
 * Links of a graph pool, which keeps the nodes with the best scores, with their features or the edges between them.
 *
 * @param kept kept nodes by output index, the best first; fewer than outputs where there are too few
 * @param features index of the input with features or edges
 * @param scores index of the input with scores
 */
record KeepLinks(OpLook op, List<Integer> kept, int features, int scores) implements Links {
  static KeepLinks of(NodeTrace look) {
    OpLook op = look.example().get(look.example().size() - 1);
    Tensors score = op.inputs().get(1);
    float[] counts = op.inputs().size() > 2 ? op.inputs().get(2).values() : null;
    List<Integer> open = new ArrayList<>(IntStream.range(0, score.values().length).filter(node -> counts == null || counts[node] > 0.5f)
        .boxed().toList());
    // of equal scores the first node is better, as for the engine
    open.sort((a, b) -> Float.compare(score.values()[b], score.values()[a]));
    return new KeepLinks(
        op, open.stream().limit(op.output().shape().size(0)).toList(), inlet(look, op.inputs().get(0)), inlet(look, score));
  }

  /** Index of the node's input that an op reads. */
  static int inlet(NodeTrace look, Tensors tensor) {
    return IntStream.range(0, look.given().size())
        .filter(i -> look.given().get(i).shape().equals(tensor.shape()) && Arrays.equals(look.given().get(i).values(), tensor.values()))
        .findFirst().orElse(0);
  }

  private boolean edges() {
    return op.kind() == KeepEdges.class;
  }

  private int width() {
    return op.output().shape().size(1);
  }

  @Override
  public List<Source> sources(int output) {
    int row = output / width();
    int column = output % width();
    if (row >= kept.size() || edges() && column >= kept.size()) {
      return List.of();
    }
    int node = kept.get(row);
    int wide = op.inputs().get(0).shape().size(1);
    return edges()
        ? List.of(new Source(features, node * wide + kept.get(column)), new Source(scores, node), new Source(scores, kept.get(column)))
        : List.of(new Source(features, node * wide + column), new Source(scores, node));
  }

  @Override
  public int[] deciding(int inlet) {
    return inlet == scores ? kept.stream().mapToInt(Integer::intValue).toArray() : new int[0];
  }

  @Override
  public Optional<String> name(int inlet) {
    return Optional.of(inlet == scores ? "lens.link.scores" : inlet != features ? "lens.link.counts" : edges() ? "lens.link.edges"
        : "lens.link.nodes");
  }

  @Override
  public String sentence(LensDesk desk, int output) {
    if (sources(output).isEmpty()) {
      return desk.lang().say("lens.link.keep.none");
    }
    Numbers numbers = desk.lang().numbers();
    int row = output / width();
    int node = kept.get(row);
    String value = numbers.significant(op.output().values()[output], 4);
    if (edges()) {
      return desk.lang().say("lens.link.keep.edge", node + 1, kept.get(output % width()) + 1, value);
    }
    String score = numbers.significant(op.inputs().get(1).values()[node], 4);
    String given = numbers.significant(op.inputs().get(0).values()[node * width() + output % width()], 4);
    return desk.lang().say("lens.link.keep.node", node + 1, row + 1, score, given, value);
  }
}
