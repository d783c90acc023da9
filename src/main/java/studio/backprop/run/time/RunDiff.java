package studio.backprop.run.time;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.network.Node;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Replica;
import studio.backprop.tensor.Shape;
import studio.backprop.train.metric.Metrics;

/**
 * Two runs after the same step, A and B: what they have learned, what they answer, and how well they do. Nodes are the same where their
 * names are.
 *
 * @param step after which both stand
 * @param example whose way through both networks is shown
 * @param part the examples over which signals are compared: for both those of A
 * @param seen how many of them, the first ones
 * @param all how many there are
 * @param nodes in the order of B's network, then those that only A has
 */
public record RunDiff(long step, Example example, Part part, int seen, int all, List<OfNode> nodes, Judged judged) {
  /**
   * One node.
   *
   * @param a in A's network; empty where only B has it
   * @param b in B's network; empty where only A has it
   * @param weights the first of its parameters; empty where it has none, or not of the same size in both
   * @param output for the example; empty where it leads to no loss, or is not of the same size in both
   * @param weightsApart ‖B − A‖ ⁄ ‖A‖ of all that it has learned; NaN where nothing is to be compared
   * @param outputApart the same of its output over all examples
   */
  public record OfNode(
      String name, Optional<Node> a, Optional<Node> b, Optional<Weights> weights, Optional<Output> output, double weightsApart,
      double outputApart) {
    public boolean inBoth() {
      return a.isPresent() && b.isPresent();
    }
  }

  /** The numbers of a parameter in both runs, row-major. */
  public record Weights(ParameterSpec spec, float[] a, float[] b) {}

  /** What a node gives for one example in both runs, row-major. */
  public record Output(Shape shape, float[] a, float[] b) {}

  /**
   * How well both do.
   *
   * @param only answers that one of them has right and the other has not; empty where they learn from other data and each is judged on its
   *     own
   */
  public record Judged(Side a, Side b, Optional<Only> only) {}

  /**
   * How well one of them does.
   *
   * @param answers that could be right; 0 where numbers are predicted
   */
  public record Side(Metrics scores, int answers, int right) {}

  /** Answers to the same examples that only A has right, and those that only B has. */
  public record Only(int a, int b) {}

  /**
   * Compares two copies, which must not be asked by anyone else meanwhile.
   *
   * @param sameData whether they learn from the same examples
   * @param example of A's data
   */
  public static RunDiff between(Replica a, Replica b, boolean sameData, Example example) {
    PreparedData data = a.data();
    Part part = data.rows(Part.VALIDATION) > 0 ? Part.VALIDATION : Part.TRAIN;
    NetworkDiff contrast = new NetworkDiff(a, b);
    Judged judged = sameData ? contrast.judge(part) : contrast.judgeEach(part);
    Example shown = example.within(data);
    return new RunDiff(b.step(), shown, part, contrast.seen(), data.rows(part), contrast.nodes(shown), judged);
  }

  /** The node of this name, as far as it is in B's network or in A's. */
  public Optional<OfNode> of(String name) {
    return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
  }
}
