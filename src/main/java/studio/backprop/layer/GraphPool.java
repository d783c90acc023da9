package studio.backprop.layer;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.backprop.op.BestNodes;
import studio.backprop.op.Builder;
import studio.backprop.op.KeepEdges;
import studio.backprop.op.KeepNodes;
import studio.backprop.setting.Range;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Top-k pooling of a graph: keeps the nodes with the highest scores, in descending order. Inputs: features of all nodes, [nodes, features],
 * or their adjacency, [nodes, nodes]; scores, [nodes, 1], as of a dense layer of one unit; optionally a mask, 0 for padding nodes. Features
 * are multiplied by their score, so that it is trainable; of an adjacency the edges between kept nodes remain. Two of these layers with the
 * same scores coarsen a graph. Gao and Ji 2019.
 *
 * @param of content of the first input
 * @param keep maximum number of nodes
 */
public record GraphPool(Kept of, @Range(min = 1, max = 2048) int keep) implements Layer {
  /** Content of the output. */
  public enum Kept {
    FEATURES,
    EDGES
  }

  public static GraphPool nodes(int keep) {
    return new GraphPool(Kept.FEATURES, keep);
  }

  public static GraphPool edges(int keep) {
    return new GraphPool(Kept.EDGES, keep);
  }

  @Override
  public Arity arity() {
    return new Arity(2, 3);
  }

  @Override
  public List<Shape> beside(Shape given) {
    return given.rank() == 2 ? List.of(given, Shape.of(given.size(0), 1)) : List.of(given, given);
  }

  @Override
  public Inference infer(List<Shape> inputs) {
    Inlets inlets = Inlets.of(inputs);
    if (inlets.sequences().isEmpty()) {
      return Inference.refusesInput(0, "refuse.needs_nodes", inputs.get(0));
    }
    int scores = scores(inputs, inlets);
    Shape main = inputs.get(main(inlets, scores));
    int nodes = main.size(0);
    if (inlets.sequences().size() == 1 || !inputs.get(scores).equals(Shape.of(nodes, 1))) {
      int at = inlets.sequences().size() == 1 ? inlets.masks().get(0) : scores;
      return Inference.refusesInput(at, "refuse.needs_scores", inputs.get(at), nodes);
    }
    if (of == Kept.EDGES && main.size(1) != nodes) {
      return Inference.refusesInput(main(inlets, scores), "refuse.needs_adjacency", main, nodes);
    }
    OptionalInt wrong = IntStream.range(0, inputs.size())
        .filter(at -> !isTable(inlets, scores, at) && !inputs.get(at).equals(Shape.of(nodes))).findFirst();
    return wrong.isPresent()
        ? Inference.refusesInput(wrong.getAsInt(), "refuse.needs_mask", inputs.get(wrong.getAsInt()), nodes)
        : Inference.gives(Shape.of(left(nodes), of == Kept.EDGES ? left(nodes) : main.size(1)));
  }

  @Override
  public int nodeAxes(List<Shape> inputs, int input) {
    Inlets inlets = Inlets.of(inputs);
    return of == Kept.EDGES && input == main(inlets, scores(inputs, inlets)) ? 2 : 1;
  }

  private static boolean isTable(Inlets inlets, int scores, int at) {
    return at == scores || at == main(inlets, scores);
  }

  /** Index of the scores: the second input, unless only the first has one column. */
  private static int scores(List<Shape> inputs, Inlets inlets) {
    int first = inlets.sequences().get(0);
    int second = inlets.sequences().get(Math.min(1, inlets.sequences().size() - 1));
    return inputs.get(first).size(1) == 1 && inputs.get(second).size(1) != 1 ? first : second;
  }

  private static int main(Inlets inlets, int scores) {
    return inlets.sequences().stream().filter(at -> at != scores).findFirst().orElse(scores);
  }

  private int left(int nodes) {
    return Math.min(keep, nodes);
  }

  @Override
  public String formula() {
    return """
        i_1, \\ldots, i_k = \\mathrm{top}_k(s)
        a_j = s_{i_j}\\,x_{i_j}""";
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    List<Shape> shapes = inputs.stream().map(Tensor::shape).toList();
    Inlets inlets = Inlets.of(shapes);
    int scores = scores(shapes, inlets);
    Tensor main = inputs.get(main(inlets, scores));
    Tensor counts = inlets.mask().map(inputs::get).orElse(null);
    BestNodes best = new BestNodes(inputs.get(scores), counts, left(main.shape().size(0)));
    return builder.add(switch (of) {
      case FEATURES -> new KeepNodes(builder, "output", main, best);
      case EDGES -> new KeepEdges(builder, "output", main, best);
    });
  }

  @Override
  public Message summary() {
    return Message.of("summary.keeps", Setting.choiceTitle(of), keep);
  }
}
