package studio.backprop.network;

import java.util.Set;
import java.util.stream.Collectors;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;

/**
 * What a training makes small, and by whom.
 *
 * @param output the node that computes the loss
 * @param learning the nodes whose parameters learn by it; gradients pass through the others, which are frozen
 * @param opposed whether they make the loss large instead: what they make small is the loss with the other sign
 */
public record Objective(Node output, Set<Integer> learning, boolean opposed) {
  public Objective {
    learning = Set.copyOf(learning);
  }

  /** The loss of an output, by all nodes of a network that have parameters of their own. */
  static Objective of(Node output, Network network) {
    return new Objective(output, network.nodes().stream().map(Node::weights).collect(Collectors.toSet()), false);
  }

  /** The same loss, by these nodes alone. */
  public Objective by(Set<Integer> nodes) {
    return new Objective(output, nodes, opposed);
  }

  /** By the same nodes, who make the loss large. */
  public Objective against() {
    return new Objective(output, learning, true);
  }

  public Loss loss() {
    return ((Output) output.layer()).loss();
  }
}
