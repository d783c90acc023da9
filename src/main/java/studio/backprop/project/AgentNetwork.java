package studio.backprop.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Objective;
import studio.backprop.project.agent.PolicyMethod;

/** Adapts a network to a learning algorithm: action values with one loss, or a policy and, if needed, a critic. */
final class AgentNetwork {
  private static final double BELOW = 300;
  private static final double PITCH = 170;

  private AgentNetwork() {}

  static Network fitting(Agent agent, Network network) {
    if (network.outputs().isEmpty()) {
      return network;
    }
    Optional<Loss> wanted = agent.loss();
    if (wanted.isEmpty()) {
      Network alone = withoutCritic(network);
      return compared(acting(alone, Activation.NONE), alone.objective().loss().forClasses() ? Loss.HUBER : alone.objective().loss());
    }
    Network policy = compared(acting(network, Activation.SOFTMAX), wanted.get());
    boolean lacks = agent.method() instanceof PolicyMethod method && method.needsCritic() && policy.critic().isEmpty();
    return lacks ? withCritic(policy) : policy;
  }

  private static Network compared(Network network, Loss loss) {
    Node output = network.objective().output();
    return network.objective().loss() == loss ? network : network.with(output.id(), node -> node.withLayer(Output.of(loss)));
  }

  /** Adapts the activation of the output layer. */
  private static Network acting(Network network, Activation activation) {
    Network changed = network;
    for (Node last : network.sources(network.objective().output().id())) {
      if (last.layer() instanceof Dense dense && dense.activation() != activation) {
        changed = changed.with(last.id(), node -> node.withLayer(
            new Dense(dense.units(), activation, dense.init(), dense.bias(), dense.trainable())));
      }
    }
    return changed;
  }

  private static Network withoutCritic(Network network) {
    Optional<Objective> critic = network.critic();
    int kept = network.objective().output().id();
    return critic.map(judging -> network.remove(network.nodes().stream()
        .filter(node -> node.id() == judging.output().id() || network.leads(node.id(), judging.output().id()))
        .filter(node -> !network.leads(node.id(), kept)).map(Node::id).collect(Collectors.toSet()))).orElse(network);
  }

  /** Adds a critic: hidden layers as those of the actor, one output and a loss, from the same input. */
  private static Network withCritic(Network network) {
    List<Node> chain = new ArrayList<>();
    Node at = network.sources(network.objective().output().id()).get(0);
    while (!at.layer().isInput() && network.sources(at.id()).size() == 1) {
      chain.add(0, at);
      at = network.sources(at.id()).get(0);
    }
    if (!at.layer().isInput() || chain.isEmpty()) {
      return network; // no chain: the shape of a critic cannot be derived
    }
    Network grown = network;
    int before = at.id();
    double x = at.x();
    double y = at.y() + BELOW;
    for (int i = 0; i <= chain.size(); i++) {
      boolean value = i == chain.size() - 1;
      Layer layer = i == chain.size() ? Output.of(Loss.MSE) : value ? Dense.of(1, Activation.NONE) : chain.get(i).layer();
      x = i < chain.size() ? chain.get(i).x() : x + PITCH;
      int node = grown.nextId();
      grown = grown.add(layer, x, y).wire(before, node);
      before = node;
    }
    return grown;
  }
}
