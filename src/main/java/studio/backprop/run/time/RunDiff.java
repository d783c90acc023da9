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
 * Comparison of two runs A and B at the same step: weights, outputs and scores. Nodes are matched by name. Immutable.
 *
 * @param step of both
 * @param example of the outputs
 * @param part part of A's data for outputs
 * @param seen number of compared examples, the first ones
 * @param all number of examples
 * @param nodes in the order of B's network, then those that only A has
 */
public record RunDiff(long step, Example example, Part part, int seen, int all, List<OfNode> nodes, Judged judged) {
  /**
   * Node.
   *
   * @param a in A's network; empty if in B only
   * @param b in B's network; empty if in A only
   * @param weights first parameter; empty if none, or of different shapes
   * @param output for the example; empty if not on a path to the loss, or of different shapes
   * @param weightsApart ‖B − A‖ ⁄ ‖A‖ of its parameters; NaN if incomparable
   * @param outputApart the same of its outputs over all examples
   */
  public record OfNode(
      String name, Optional<Node> a, Optional<Node> b, Optional<Weights> weights, Optional<Output> output, double weightsApart,
      double outputApart) {
    public boolean inBoth() {
      return a.isPresent() && b.isPresent();
    }
  }

  /** Values of a parameter in both runs, row-major. */
  public record Weights(ParameterSpec spec, float[] a, float[] b) {}

  /** Outputs of a node in both runs, row-major. */
  public record Output(Shape shape, float[] a, float[] b) {}

  /**
   * Scores of both.
   *
   * @param only exclusively correct predictions; empty for different data
   */
  public record Judged(Side a, Side b, Optional<Only> only) {}

  /**
   * Scores of one.
   *
   * @param answers number of class predictions; 0 for a regression
   */
  public record Side(Metrics scores, int answers, int right) {}

  /** Predictions that are correct in A only, and in B only. */
  public record Only(int a, int b) {}

  /**
   * Compares two replicas, which must not be used elsewhere meanwhile.
   *
   * @param sameData whether both have the same data
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

  public Optional<OfNode> of(String name) {
    return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
  }
}
