package studio.backprop.network;

import java.util.Set;
import java.util.stream.Collectors;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;

/**
 * Training objective: a loss, and the parameters that minimize it.
 *
 * @param output loss node
 * @param learning nodes whose parameters are trained; gradients pass through the others, which are frozen
 * @param opposed whether the loss is maximized
 */
public record Objective(Node output, Set<Integer> learning, boolean opposed) {
  public Objective {
    learning = Set.copyOf(learning);
  }

  /** Trains all nodes with parameters of their own. */
  static Objective of(Node output, Network network) {
    return new Objective(output, network.nodes().stream().map(Node::weights).collect(Collectors.toSet()), false);
  }

  public Objective by(Set<Integer> nodes) {
    return new Objective(output, nodes, opposed);
  }

  public Objective against() {
    return new Objective(output, learning, true);
  }

  public Loss loss() {
    return ((Output) output.layer()).loss();
  }
}
